import BookModel
import Foundation

/// Checks that the files which cells declare are there, below the root of the book, and not made by the build itself.
struct InputCheck {
    let chapter: Chapter
    let root: String

    /// One error for each input that a cell cannot read.
    var faults: [Diagnostic] {
        chapter.cells.flatMap { cell in
            cell.options.inputs.compactMap { input in
                problem(of: input).map { problem in
                    Diagnostic(
                        .error, problem.identifier, file: chapter.file, range: cell.options.ranges[.inputs],
                        "the input '\(input)' \(problem.message)", repairs: [problem.repair], cell: cell.id)
                }
            }
        }
    }

    private struct Problem {
        let identifier: String
        let message: String
        var repair = "name files relative to the root of the book: `Chapters/Data/digits.csv`"
    }

    private func problem(of input: String) -> Problem? {
        if input.hasPrefix("/") || input.split(separator: "/").contains("..") {
            return Problem(identifier: "foreign-input", message: "is not below the root of the book")
        }
        var status = stat()
        guard stat("\(root)/\(input)", &status) == 0 else {
            return errno == ELOOP
                ? Problem(
                    identifier: "cyclic-input", message: "is a symbolic link that leads in a circle",
                    repair: "put the file itself there")
                : Problem(identifier: "missing-input", message: "does not exist")
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: return Problem(identifier: "folder-input", message: "is a folder; name its files")
        default: return Problem(identifier: "special-input", message: "is not an ordinary file")
        }
        guard let path = BookPath.resolved(input, root: root) else {
            return Problem(
                identifier: "foreign-input", message: "is a symbolic link that leads out of the book",
                repair: "put the file itself there")
        }
        return circle(of: path)
    }

    /// What a build makes, or the chapter itself: results would depend on themselves.
    private func circle(of path: String) -> Problem? {
        if path == BookPath.resolved(chapter.file, root: root) {
            return Problem(
                identifier: "cyclic-input",
                message: "is the chapter itself, whose results would change with every word of it",
                repair: "put what the cell reads into a file of its own, such as `Chapters/Data/words.txt`")
        }
        let made = ["Output", ".book"].first { path.hasPrefix($0 + "/") }
        return made.map { folder in
            Problem(
                identifier: "cyclic-input",
                message: "lies in \(folder)/, where the build writes: results would depend on themselves",
                repair: "compute it in the chapter, or keep a copy below Chapters/")
        }
    }
}
