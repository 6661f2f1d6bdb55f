import BookExecution
import BookModel
import BookParsing
import Foundation

/// A chapter's file with new texts in the options `expect` of some of its cells.
struct ChapterRevision {
    /// The outputs that the file can hold.
    private(set) var accepted: [AcceptedOutput] = []
    /// Why it cannot hold the others.
    private(set) var refusals: [Diagnostic] = []
    /// `nil` when nothing of the file changes.
    private(set) var file: FileRevision?

    private let chapter: Chapter
    private let root: String

    /// - Parameters:
    ///   - outputs: those of cells with the option `expect`.
    ///   - root: the root of the book.
    /// - Throws: `ExecutionError.cannotRead`.
    init(of chapter: Chapter, accepting outputs: [AcceptedOutput], root: String) throws(ExecutionError) {
        self.chapter = chapter
        self.root = root
        let location = "\(root)/\(chapter.file)"
        let old: [UInt8]
        do {
            old = Array(try Data(contentsOf: URL(fileURLWithPath: location)))
        } catch {
            throw .cannotRead(path: chapter.file, reason: error.localizedDescription)
        }
        // The places of options are those of the text that was parsed.
        guard ChapterParser.parse(old, path: chapter.file).chapter == chapter else {
            refusals = [Self.changed(chapter.file)]
            return
        }
        let edit = ExpectOptionEdit(file: old)
        var changes: [ByteReplacement] = []
        for output in outputs {
            do {
                changes += try edit.replacements(for: output.cell, expecting: output.lines)
                accepted.append(output)
            } catch {
                refusals.append(Self.refusal(of: output, because: error))
            }
        }
        guard !accepted.isEmpty else { return }
        let new = ByteReplacement.apply(changes, to: old)
        guard isSound(new) else {
            refusals += accepted.map { Self.refusal(of: $0, because: .spelling) }
            accepted = []
            return
        }
        file = FileRevision(path: chapter.file, location: location, old: old, new: new)
    }

    /// Whether the new bytes are the same chapter, but for what the accepted cells must show, which they do.
    private func isSound(_ bytes: [UInt8]) -> Bool {
        let parsed = ChapterParser.parse(bytes, path: chapter.file)
        guard parsed.diagnostics.allSatisfy({ $0.severity != .error }),
            parsed.chapter.cells.count == chapter.cells.count
        else { return false }
        let check = ExpectationCheck(chapter: parsed.chapter, root: root)
        return zip(chapter.cells, parsed.chapter.cells).allSatisfy { old, new in
            let output = accepted.first { $0.cell.id == old.id }
            guard old.id == new.id, old.flags == new.flags, old.shownCode == new.shownCode,
                withoutPlaces(old.options, expect: output == nil ? old.options.expect : nil)
                    == withoutPlaces(new.options, expect: output == nil ? new.options.expect : nil)
            else { return false }
            return output.map { check.fault(of: new, showing: $0.pieces) == nil } ?? true
        }
    }

    private func withoutPlaces(_ options: CellOptions, expect: String?) -> CellOptions {
        var options = options
        options.ranges = [:]
        options.caption = options.caption?.isEmpty == false ? [] : options.caption
        options.expect = expect
        return options
    }

    // MARK: - Words

    static func changed(_ file: String) -> Diagnostic {
        Diagnostic(
            .error, "changed-file", file: file,
            "the file changed after it was read, so it is left as it is",
            repairs: ["run `book accept` again"])
    }

    private static func refusal(of output: AcceptedOutput, because failure: ExpectOptionEdit.Failure)
        -> Diagnostic
    {
        let file = "\(output.chapter.stem)\(CellOptions.expectedSuffix)/\(output.cell.id).txt"
        let reason =
            switch failure {
            case .character(let scalar, let line):
                "line \(line) of the output holds the character U+\(hexadecimal(scalar)), which an option cannot hold"
            case .spelling: "the option `expect` is spelled in a way that cannot be changed safely"
            }
        return Diagnostic(
            .error, "cannot-accept", file: output.chapter.file, range: output.cell.options.ranges[.expect],
            reason, repairs: ["write '//| expect-file: \(file)' in its place, then run `book accept` again"],
            cell: output.cell.id)
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
