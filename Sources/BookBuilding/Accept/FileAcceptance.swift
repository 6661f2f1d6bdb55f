import BookExecution
import BookModel
import Foundation

/// The files beside the chapters with new texts in them.
struct FileAcceptance {
    private(set) var accepted: [AcceptedOutput] = []
    private(set) var refusals: [Diagnostic] = []
    private(set) var files: [FileRevision] = []

    /// - Parameters:
    ///   - outputs: those of cells with the option `expect-file` that are accepted.
    ///   - others: the texts of cells that show what their files say, by path.
    ///   - root: the root of the book.
    init(accepting outputs: [AcceptedOutput], others: [String: [String]], root: String) {
        var texts = others
        for output in outputs {
            guard let path = output.cell.options.expectFile else { continue }
            let file = ExpectedFile(path, root: root)
            let lines = output.lines
            if let known = texts[path], known != lines {
                refusals.append(Self.isShared(output, path))
                continue
            }
            // What a link outside leads to is not the book's.
            guard file.isBelowFolder else {
                refusals.append(output.fault)
                continue
            }
            accepted.append(output)
            if texts[path] != nil { continue }
            texts[path] = lines
            files.append(
                FileRevision(
                    path: "Chapters/\(path)", location: file.location,
                    old: FileManager.default.contents(atPath: file.location).map(Array.init),
                    new: lines.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }))
        }
    }

    private static func isShared(_ output: AcceptedOutput, _ path: String) -> Diagnostic {
        Diagnostic(
            .error, "cannot-accept", file: output.chapter.file,
            range: output.cell.options.ranges[.expectFile],
            "Chapters/\(path) is what another cell expects too, and the two show different texts",
            repairs: ["give each cell a file of its own"], cell: output.cell.id)
    }
}
