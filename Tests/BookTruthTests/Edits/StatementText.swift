/// What edits find in Swift code by its looks.
enum StatementText {
    /// The names after a keyword at the beginning of a line: `["total"]` for `var`.
    static func names(after keyword: String, in code: String) -> [String] {
        code.split(separator: "\n").compactMap { line in
            guard line.hasPrefix(keyword + " ") else { return nil }
            let name = line.dropFirst(keyword.count + 1).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            return name.isEmpty ? nil : String(name)
        }
    }

    /// The variables at the top level that hold an integer.
    static func integerVariables(in code: String) -> [String] {
        code.matches(of: /(?m)^var (\w+) = \d+$/).map { String($0.1) }
    }

    /// The types defined at the top level.
    static func types(in code: String) -> [String] {
        ["struct", "final class", "actor", "enum"].flatMap { names(after: $0, in: code) }
    }

    /// The places of the integer literals.
    static func integers(in code: String) -> [Range<String.Index>] {
        code.matches(of: /(?:^|[^\w.$])(\d+)(?![.\w])/).map { $0.1.startIndex..<$0.1.endIndex }
    }

    /// The places of words in string literals.
    static func quotedWords(in code: String) -> [Range<String.Index>] {
        code.matches(of: /"([a-z]{2,})"/).map { $0.1.startIndex..<$0.1.endIndex }
    }

    /// The places of a name as a word of its own.
    static func places(of name: String, in code: String) -> [Range<String.Index>] {
        code.matches(of: /\w+/).filter { $0.0 == name }.map(\.range)
    }

    static func renaming(_ name: String, to other: String, in code: String) -> String {
        var code = code
        for range in places(of: name, in: code).reversed() { code.replaceSubrange(range, with: other) }
        return code
    }
}
