import BookModel

/// Words about `references.bib`.
extension Diagnostic {
    // MARK: - Grammar

    static func bibTeXSyntax(_ what: String, found: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "bibtex-syntax", file: nil, range: range, "expected \(what), found \(found)",
            repairs: ["an entry is '@kind{key, field = {value}, …}'"])
    }

    static func missingComma(behind field: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "bibtex-syntax", file: nil, range: range, "expected ',' behind the value of '\(field)'",
            repairs: ["write ',' between two fields"])
    }

    static func unclosedEntry(_ key: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "bibtex-syntax", file: nil, range: range, "nothing closes the entry '\(key)'",
            repairs: ["write '}' behind its last field"])
    }

    static func unclosedValue(_ owner: String, closing: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "bibtex-syntax", file: nil, range: range, "no '\(closing)' closes \(owner)",
            repairs: ["count the braces: each '{' needs its '}'"])
    }

    static func unknownString(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = Spelling.nearest(to: name, among: known).map { "did you mean '\($0)'?" }
        return Diagnostic(
            .error, "unknown-string", file: nil, range: range,
            "no @string defines '\(name)' above this place",
            repairs: [nearest ?? "write a text in braces: {\(name)}"])
    }

    // MARK: - Entries

    static func unknownKind(_ kind: String, at range: SourceRange) -> Diagnostic {
        let known = BibliographyEntry.Kind.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: kind, among: known).map { "did you mean '@\($0)'?" }
        return Diagnostic(
            .error, "unknown-kind", file: nil, range: range, "unknown kind of entry '@\(kind)'",
            repairs: [nearest ?? "write '@misc' for what fits no other kind"])
    }

    static func duplicateEntry(_ key: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-entry", file: nil, range: range, "the key '\(key)' is taken",
            notes: [Note("it was given here first", range: first)],
            repairs: ["remove one of the two, or give it another key"])
    }

    static func badKey(_ key: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "bad-key", file: nil, range: range, "no citation can name the key '\(key)'",
            repairs: ["write letters, digits and the marks - _ . : / + only"])
    }

    static func unknownParent(_ key: String, known: [String], at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unknown-crossref", file: nil, range: range, "there is no entry '\(key)'",
            repairs: [suggestion(for: key, among: known, what: "entries")])
    }

    static func circularParent(_ key: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "circular-crossref", file: nil, range: range,
            "this leads back to the entry '\(key)' itself", repairs: ["remove one of the 'crossref' fields"])
    }

    static func entryWithoutTitle(_ key: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "missing-title", file: nil, range: range, "the entry '\(key)' has no title",
            repairs: ["add 'title = {…}'"])
    }

    static func entryWithoutYear(_ key: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "missing-year", file: nil, range: range, "the entry '\(key)' has no year",
            repairs: ["add 'year = {…}'"])
    }

    // MARK: - Fields

    static func duplicateField(
        _ name: String, of key: String, at range: SourceRange, first: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-field", file: nil, range: range, "the entry '\(key)' has '\(name)' twice",
            notes: [Note("it was given here first", range: first)], repairs: ["remove one of the two"])
    }

    static func unknownField(_ name: String, nearest: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .warning, "unknown-field", file: nil, range: range, "no page shows the field '\(name)'",
            repairs: ["did you mean '\(nearest)'?"])
    }

    static func fieldValue(_ name: String, expected: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "field-value", file: nil, range: range, "the value of '\(name)' is not \(expected)")
    }

    static func unknownMonth(_ month: String, at range: SourceRange) -> Diagnostic {
        let nearest = Spelling.nearest(to: month, among: Month.names).map { "did you mean '\($0)'?" }
        return Diagnostic(
            .error, "field-value", file: nil, range: range, "'\(month)' is no month",
            repairs: [nearest ?? "write jan, feb, … or dec, without braces"])
    }

    // MARK: - Names and LaTeX

    static func emptyName(in field: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-name", file: nil, range: range,
            "a name is missing beside an 'and' of '\(field)'",
            repairs: ["write one 'and' between two names"])
    }

    static func unreadableName(_ name: String, commas: Int, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-name", file: nil, range: range,
            commas > 2 ? "a name has \(commas) commas, expected at most 2" : "'\(name)' is no name",
            repairs: ["write 'Family, Given and Family, Given'"])
    }

    static func othersNotLast(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unreadable-name", file: nil, range: range, "names follow 'and others'",
            repairs: ["write 'and others' at the end"])
    }

    static func unclosedFormula(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unclosed-math", file: nil, range: range, "nothing closes this formula",
            repairs: ["for a dollar write '\\$'"])
    }

    static func unknownCommand(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = Spelling.nearest(to: name, among: known).map { "did you mean '\\\($0)'?" }
        return Diagnostic(
            .warning, "unknown-command", file: nil, range: range,
            "the LaTeX command '\\\(name)' is not known here, so only its text is shown",
            repairs: [nearest ?? "write the character itself: the file is UTF-8"])
    }
}
