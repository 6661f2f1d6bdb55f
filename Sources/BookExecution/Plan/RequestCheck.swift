import BookModel
import Foundation

/// Checks what a caller asks of a chapter, and the files that its cells declare.
struct RequestCheck {
    let chapter: Chapter
    let root: String

    func faults(of request: ChapterExecutor.Request) -> [Diagnostic] {
        missingInputs + unknownParameters(request.parameters) + unreadableLiterals(request.parameters)
    }

    private var missingInputs: [Diagnostic] {
        chapter.cells.flatMap { cell in
            cell.options.inputs.filter { !FileManager.default.fileExists(atPath: "\(root)/\($0)") }.map { input in
                Diagnostic(
                    .error, "missing-input", file: chapter.file, range: cell.options.ranges[.inputs],
                    "the input '\(input)' does not exist",
                    repairs: ["name files relative to the root of the book: `Chapters/Data/digits.csv`"], cell: cell.id)
            }
        }
    }

    private func unknownParameters(_ parameters: [String: String]) -> [Diagnostic] {
        let code = chapter.cells.filter { $0.flags.contains(.parameters) }.map(\.code).joined(separator: "\n")
        let known = ParameterNames.declared(in: code)
        return parameters.keys.sorted().filter { !known.contains($0) }.map { name in
            let nearest = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
            let list = known.isEmpty
                ? "mark the cell that declares it with the flag `parameters`"
                : "parameters of this chapter: \(known.joined(separator: ", "))"
            return Diagnostic(
                .error, "unknown-parameter", file: chapter.file, "the chapter has no parameter '\(name)'",
                repairs: [nearest ?? list])
        }
    }

    private func unreadableLiterals(_ parameters: [String: String]) -> [Diagnostic] {
        parameters.sorted { $0.key < $1.key }.filter { !ParameterNames.isLiteral($0.value) }.map { name, value in
            Diagnostic(
                .error, "parameter-value", file: chapter.file,
                "'\(value)' is not a value that the parameter '\(name)' can take",
                repairs: ["give a number, true, false or a string in quotation marks: --set \(name)=3"])
        }
    }
}

/// The constants of parameter cells, and the literals that may replace theirs.
enum ParameterNames {
    /// The names of `let` and `var` at the beginning of a line, in order.
    static func declared(in code: String) -> [String] {
        code.split(separator: "\n").compactMap { line in
            let words = line.split(whereSeparator: { " \t:=".contains($0) })
            guard words.count > 1, words[0] == "let" || words[0] == "var", line.first?.isWhitespace == false else {
                return nil
            }
            return String(words[1])
        }
    }

    /// Whether `value` is one Swift literal: a number, a truth value, or a string without interpolation.
    static func isLiteral(_ value: String) -> Bool {
        if value == "true" || value == "false" { return true }
        if value.count >= 2, value.first == "\"", value.last == "\"" {
            let inner = value.dropFirst().dropLast()
            return !inner.contains { "\"\\\n".contains($0) }
        }
        return Double(value.filter { $0 != "_" }) != nil && !value.contains { $0.isWhitespace }
            && value.first != "." && value.last != "."
    }
}
