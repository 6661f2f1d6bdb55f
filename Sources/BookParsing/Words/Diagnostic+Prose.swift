import BookModel

/// Words about prose.
extension Diagnostic {
    /// `did you mean 'hidden'?`, or the whole choice where nothing is near.
    static func suggestion(for word: String, among known: [String], what: String) -> String {
        if let nearest = Spelling.nearest(to: word, among: known) { return "did you mean '\(nearest)'?" }
        return known.isEmpty ? "there are no \(what)" : "\(what) are \(known.joined(separator: ", "))"
    }

    static func rawHTML(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "raw-html", file: nil, range: range, "raw HTML is shown as text on the page",
            repairs: ["write it in Markdown, or show it as code between backticks"])
    }

    static func unclosedMath(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "unclosed-math", file: nil, range: range,
            "no '$$' in this paragraph closes the formula",
            repairs: [
                "close it, or write a ```math fence: its formula may hold any line",
                "for dollars write '\\$\\$'",
            ])
    }

    static func mathInfo(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "math-info", file: nil, range: range,
            "a math fence takes nothing but a name", repairs: ["write ```math {#eq-name}"])
    }

    static func skippedLevel(_ level: Int, after last: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "skipped-level", file: nil, range: range,
            "a heading of level \(level) follows one of level \(last)",
            repairs: ["begin it with '\(String(repeating: "#", count: last + 1)) '"])
    }

    static func emptyLink(to destination: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "empty-link", file: nil, range: range,
            "a link that leads out of the book has no text, so '\(destination)' is shown",
            repairs: ["write a text between the brackets"])
    }

    static func unknownValueLanguage(_ word: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unknown-language", file: nil, range: range,
            "values in prose are written in Swift, not in '\(word)'", repairs: ["did you mean '{swift}'?"])
    }

    static func emptyValue(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "empty-value", file: nil, range: range, "a value in prose has no expression",
            repairs: ["write `{swift} expression`"])
    }

    static func badName(_ name: String, of owner: String, example: String, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            .error, "bad-name", file: nil, range: range,
            name.isEmpty ? "the name of \(owner) is empty" : "'\(name)' cannot be the name of \(owner)",
            repairs: ["names start with a letter and go on with letters, digits and hyphens: {#\(example)}"])
    }

    static func duplicateName(_ name: String, at range: SourceRange, firstFile: String?, first: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            .error, "duplicate-name", file: nil, range: range, "the name '\(name)' is taken",
            notes: [Note("it was given here first", file: firstFile, range: first)],
            repairs: ["choose another name for one of the two"])
    }

    static func reservedName(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "reserved-name", file: nil, range: range, "pages have the name '\(name)' themselves",
            repairs: ["choose another name, such as 'my-\(name)'"])
    }

    static func unknownDirective(_ kind: String, at range: SourceRange) -> Diagnostic {
        let known = Directive.Kind.allCases.map(\.rawValue)
        return Diagnostic(
            .error, "unknown-directive", file: nil, range: range, "unknown directive '\(kind)'",
            repairs: [suggestion(for: kind, among: known, what: "directives")])
    }

    // MARK: - Citations and footnotes

    static func unclosedCitation(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-citation", file: nil, range: range, "no ']' closes this citation",
            repairs: [
                "write [@key, locator], the locator as plain text",
                "for the characters themselves write '\\[@'",
            ])
    }

    static func unreadableCitation(_ text: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-citation", file: nil, range: range, "'\(text)' is no citation",
            repairs: ["write [@key, locator; @key]"])
    }

    static func duplicateFootnote(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-footnote", file: nil, range: range, "the footnote '\(name)' is defined twice",
            notes: [Note("it was defined here first", range: first)],
            repairs: ["give one of the two another name"])
    }

    static func emptyFootnote(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "empty-footnote", file: nil, range: range, "the footnote '\(name)' has no text",
            repairs: ["write its text behind the colon"])
    }

    static func footnoteContinuation(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "footnote-block", file: nil, range: range,
            "an indented block below a footnote is code, not a part of the footnote",
            repairs: ["write the footnote as one paragraph"])
    }

    static func undefinedFootnote(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let repair =
            known.isEmpty
            ? "write a paragraph '[^\(name)]: text'"
            : suggestion(for: name, among: known, what: "footnotes of this chapter")
        return Diagnostic(
            .error, "undefined-footnote", file: nil, range: range, "the footnote '\(name)' is not defined",
            repairs: [repair])
    }

    static func unusedFootnote(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "unused-footnote", file: nil, range: range, "nothing refers to the footnote '\(name)'",
            repairs: ["write [^\(name)] where it belongs, or remove it"])
    }

    // MARK: - Tables

    static func tableColumns(_ count: Int, header: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "table-columns", file: nil, range: range,
            "the delimiter row has \(columns(count)), expected \(header) (those of the header above it)",
            repairs: ["write one '---' for each column"])
    }

    static func tableRow(_ count: Int, header: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "table-row", file: nil, range: range,
            "the row has \(columns(count)), expected \(header) (those of the header)",
            repairs: [
                count > header
                    ? "write '\\|' for a pipe that does not separate entries"
                    : "write '|' for each entry, also for an empty one"
            ])
    }

    private static func columns(_ count: Int) -> String { count == 1 ? "1 column" : "\(count) columns" }
}
