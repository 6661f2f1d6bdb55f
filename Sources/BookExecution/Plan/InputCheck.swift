import BookModel
import Foundation

/// Checks that the files which cells declare are there, below the root of the book.
struct InputCheck {
    let chapter: Chapter
    let root: String

    /// One error for each input that a cell cannot read.
    var faults: [Diagnostic] {
        chapter.cells.flatMap { cell in
            cell.options.inputs.compactMap { input in fault(of: input, cell) }
        }
    }

    private func fault(of input: String, _ cell: Cell) -> Diagnostic? {
        func fault(_ identifier: String, _ message: String) -> Diagnostic {
            Diagnostic(
                .error, identifier, file: chapter.file, range: cell.options.ranges[.inputs], message,
                repairs: ["name files relative to the root of the book: `Chapters/Data/digits.csv`"],
                cell: cell.id)
        }
        if input.hasPrefix("/") || input.split(separator: "/").contains("..") {
            return fault("foreign-input", "the input '\(input)' is not below the root of the book")
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: "\(root)/\(input)", isDirectory: &isFolder) else {
            return fault("missing-input", "the input '\(input)' does not exist")
        }
        return isFolder.boolValue
            ? fault("folder-input", "the input '\(input)' is a folder; name its files") : nil
    }
}
