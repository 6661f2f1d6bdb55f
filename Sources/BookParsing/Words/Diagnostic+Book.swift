import BookModel

/// Words about the book as a whole: chapters, references, citations.
extension Diagnostic {
    static func unknownChapterOfPart(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unknown-chapter", file: nil, range: range, "there is no chapter '\(name)'",
            repairs: [suggestion(for: name, among: known, what: "chapters")])
    }

    static func repeatedChapterOfPart(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic
    {
        Diagnostic(
            .error, "repeated-chapter", file: nil, range: range, "the chapter '\(name)' is in the book twice",
            notes: [Note("it stands here first", range: first)], repairs: ["remove one of the two"])
    }

    static func sameChapterName(_ name: String, first: String) -> Diagnostic {
        Diagnostic(
            .error, "same-chapter", file: nil, "two chapters have the name '\(name)'",
            notes: [Note("the other one", file: first)],
            repairs: [
                "rename one of the two: the number in front does not count, nor does the case of letters"
            ])
    }

    static func duplicateName(_ name: String, at range: SourceRange, in file: String, first: SourceRange)
        -> Diagnostic
    {
        duplicateName(name, at: range, firstFile: file, first: first)
    }

    // MARK: - Former names

    static func badFormerName(_ name: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "bad-former-name", file: nil, range: range, "'\(name)' cannot have been a chapter's name",
            repairs: ["write the name of its file without a folder: 'formerly: 07-old-name'"])
    }

    static func formerNameInUse(_ name: String, chapter: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "duplicate-former-name", file: nil, range: range,
            "the page of \(chapter) is at the address '\(name).html'",
            repairs: ["remove '\(name)' from 'formerly'"])
    }

    static func repeatedFormerName(_ name: String, file: String?, first: SourceRange, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            .error, "duplicate-former-name", file: nil, range: range,
            "the address '\(name).html' is given away twice",
            notes: [Note("it was given here first", file: file, range: first)],
            repairs: ["remove one of the two"])
    }

    // MARK: - References

    static func unknownPage(_ destination: String, repair: String?, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unknown-link", file: nil, range: range,
            destination.isEmpty
                ? "the link leads nowhere"
                : "'\(destination)' is neither a chapter nor an address of the web",
            repairs: [repair ?? "link to '#name', to a chapter's file, or to an address with 'https://'"])
    }

    static func renamedChapter(_ file: String, now: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unknown-reference", file: nil, range: range,
            "the chapter '\(file)' has another name now",
            repairs: ["write '\(now)'"])
    }

    static func unknownName(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = Spelling.nearest(to: name, among: known)
        let repair =
            nearest.map { "did you mean '#\($0)'?" }
            ?? "write {#\(name)} behind a heading, or give it as 'label' of a cell"
        return Diagnostic(
            .error, "unknown-reference", file: nil, range: range,
            "nothing in the book has the name '\(name)'",
            repairs: [repair])
    }

    static func unknownName(
        _ name: String, inChapter chapter: String, known: [String], elsewhere: String?, at range: SourceRange
    ) -> Diagnostic {
        let nearest = Spelling.nearest(to: name, among: known).map { "did you mean '\(chapter)#\($0)'?" }
        let repair =
            elsewhere.map { "it is in \($0): write '#\(name)'" } ?? nearest
            ?? "write {#\(name)} behind a heading of \(chapter)"
        return Diagnostic(
            .error, "unknown-reference", file: nil, range: range,
            "nothing in \(chapter) has the name '\(name)'", repairs: [repair])
    }

    static func unknownChapter(_ file: String, known: [String], at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "unknown-reference", file: nil, range: range, "there is no chapter '\(file)'",
            repairs: [suggestion(for: file, among: known, what: "chapters")])
    }

    // MARK: - Citations

    static func unknownCitation(_ key: String, known: [String], bibliography: String, at range: SourceRange)
        -> Diagnostic
    {
        let repair =
            Spelling.nearest(to: key, among: known).map { "did you mean '@\($0)'?" }
            ?? "add an entry '\(key)' to \(bibliography)"
        return Diagnostic(
            .error, "unknown-citation", file: nil, range: range, "\(bibliography) has no entry '\(key)'",
            repairs: [repair])
    }

    static func citationWithoutBibliography(_ key: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "no-bibliography", file: nil, range: range,
            "the book has no bibliography, so the citation of '\(key)' leads nowhere",
            repairs: ["write Chapters/references.bib with an entry '\(key)'"])
    }
}
