import BookModel

/// Words about front matter, options and `book.yml`.
extension Diagnostic {
    static func unreadableYAML(_ problem: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-yaml", file: nil, range: range, "this is not YAML: \(problem)",
            repairs: [
                "write 'key: value', with quotes around a value that holds ': ' or '#' or starts with a mark"
            ])
    }

    static func notAMapping(_ owner: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-yaml", file: nil, range: range,
            "\(owner) must be written as keys with values",
            repairs: ["write 'key: value', one on each line"])
    }

    static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange?) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-key", file: nil, range: range, "'\(key)' is given twice",
            notes: first.map { [Note("it was given here first", range: $0)] } ?? [],
            repairs: ["remove one of the two"])
    }

    static func unknownKey(_ key: String, of owner: String, known: [String], at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            .error, "unknown-key", file: nil, range: range, "unknown key '\(key)' of \(owner)",
            repairs: [suggestion(for: key, among: known, what: "its keys")])
    }

    static func keyValue(
        _ key: String, _ found: String, expected: String, example: String, at range: SourceRange
    )
        -> Diagnostic
    {
        Diagnostic(
            .error, "key-value", file: nil, range: range, "'\(key)' \(found), expected \(expected)",
            repairs: ["write for example \(example)"])
    }

    static func unclosedFrontMatter(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unclosed-front-matter", file: nil, range: range,
            "no second line '---' ends the front matter, so it is read as prose",
            repairs: [
                "write '---' on a line of its own below the last key", "for a rule at the top write '***'",
            ])
    }
}

extension Diagnostic {
    static func partWithoutTitle(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "key-value", file: nil, range: range, "a part has no title",
            repairs: ["write for example 'title: The question'"])
    }
}
