import BookModel

/// Words about what a cell is expected to show.
extension Diagnostic {
    static func toleranceValue(
        _ owner: String, _ found: String, isAbsolute: Bool = false, at range: SourceRange
    )
        -> Diagnostic
    {
        Diagnostic(
            .error, "option-value", file: nil, range: range,
            "\(owner) \(found), expected a number of at least 0" + (isAbsolute ? "" : " or a percentage"),
            repairs: [
                isAbsolute
                    ? "write for example '0.01', and a percentage behind 'relative'"
                    : "write for example '0.01', '5%', '{absolute: 0.01, relative: 5%}' "
                        + "or '{heading of a column: 5%}'"
            ])
    }

    static func malformedPattern(_ pattern: String, reason: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "malformed-pattern", file: nil, range: range,
            "'\(pattern)' is not a regular expression: \(reason)",
            repairs: [
                "correct it, or write a backslash before a character that stands for itself: '\\(' or '\\*'"
            ])
    }

    static func foreignExpectation(_ path: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "foreign-expectation", file: nil, range: range,
            "the file '\(path)' is not below the folder of the chapters",
            repairs: [
                "name it relative to Chapters/, in a folder of its own: '08-clwe.expected/table.txt'"
            ])
    }

    static func unnamedExpectation(_ path: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "option-value", file: nil, range: range,
            "the option 'expect-file' is '\(path)', expected a file in a folder whose name ends with '.expected'",
            repairs: [
                "write for example '08-clwe.expected/table.txt'; what is called so is not data that cells read"
            ])
    }

    static func twoExpectations(at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "option-conflict", file: nil, range: range,
            "the options 'expect' and 'expect-file' do not go together: a cell shows one text",
            notes: [Note("the other one is here", range: first)], repairs: ["remove one of the two"])
    }

    static func withoutExpectation(_ option: CellOption, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "option-conflict", file: nil, range: range,
            "the option '\(option.rawValue)' has no effect: there is no 'expect'",
            repairs: ["add 'expect' or 'expect-file', or remove it"])
    }
}
