import BookModel

/// The constants of parameter cells, and the literals that may replace theirs.
public enum ParameterNames {
    /// What is wrong with values for a chapter's parameters, in words with the repair; `nil` when nothing is.
    public static func fault(of parameters: [String: String], in chapter: Chapter) -> String? {
        let code = chapter.cells.filter { $0.flags.contains(.parameters) }.map(\.code).joined(separator: "\n")
        let known = declared(in: code)
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
            if !known.contains(name) {
                let nearest = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
                let list =
                    known.isEmpty
                    ? "mark the cell that declares it with the flag `parameters`"
                    : "parameters of this chapter: \(known.joined(separator: ", "))"
                return "\(chapter.file) has no parameter '\(name)'\nhelp: \(nearest ?? list)"
            }
            if !isLiteral(value) {
                return "'\(value)' is not a value that the parameter '\(name)' can take\n"
                    + "help: give a number, true, false or a string in quotation marks: --set \(name)=3"
            }
        }
        return nil
    }

    /// The names of `let` and `var` at the beginning of a line, in order.
    static func declared(in code: String) -> [String] {
        code.split(separator: "\n").compactMap { line in
            let words = line.split(whereSeparator: { " \t:=".contains($0) })
            guard words.count > 1, words[0] == "let" || words[0] == "var", line.first?.isWhitespace == false
            else {
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
        let digits = value.first == "-" ? value.dropFirst() : value[...]
        return digits.first?.isNumber == true && digits.last?.isLetter != true && digits.last != "."
            && Double(value.filter { $0 != "_" }) != nil
    }
}
