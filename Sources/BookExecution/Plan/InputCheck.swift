import BookModel
import Foundation

/// Checks that the files which cells declare are there.
struct InputCheck {
    let chapter: Chapter
    let root: String

    /// One error for each input that does not exist.
    var faults: [Diagnostic] {
        chapter.cells.flatMap { cell in
            cell.options.inputs.filter { !FileManager.default.fileExists(atPath: "\(root)/\($0)") }.map {
                input in
                Diagnostic(
                    .error, "missing-input", file: chapter.file, range: cell.options.ranges[.inputs],
                    "the input '\(input)' does not exist",
                    repairs: ["name files relative to the root of the book: `Chapters/Data/digits.csv`"],
                    cell: cell.id)
            }
        }
    }

}
