import BookModel
import Foundation

/// A work as a bibliography shows it: who, what, where, when, and links.
struct WorkMarkup {
    let answers: BookAnswers
    let entry: BibliographyEntry

    func html() -> HTML {
        let sentences = [persons, "<cite>\(title)</cite>", venue].filter { !$0.isEmpty }
        let links = WorkLinks(entry).all.map { "<a href=\"\($0.address)\">\($0.text)</a>" as HTML }
        let text = sentences.map { sentence -> HTML in
            let last = sentence.markup.replacing(/<[^>]*>/, with: "").last ?? "."
            return ".?!…".contains(last) ? sentence : "\(sentence)."
        }
        return (text + (links.isEmpty ? [] : [links.joined(separator: " · ")])).joined(separator: " ")
    }

    // MARK: - Who

    private var persons: HTML {
        if entry.authors.isEmpty, !entry.editors.isEmpty {
            let role = entry.editors.names.count == 1 && !entry.editors.hasOthers ? "editor" : "editors"
            return "\(HTML.isolated(Self.list(entry.editors))) (\(role))"
        }
        return .isolated(Self.list(entry.authors))
    }

    /// `Michael P. Kim, Or Zamir and others`
    private static func list(_ persons: PersonList) -> String {
        let names = persons.names.map(\.full) + (persons.hasOthers ? ["others"] : [])
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    // MARK: - What

    private var title: HTML { html(entry.title) }

    private func html(_ inlines: [Inline]) -> HTML {
        inlines.map { inline -> HTML in
            switch inline.content {
            case .emphasis(let inner): "<em>\(html(inner))</em>"
            case .math(let tex): math(tex, at: inline.range)
            default: .isolated(Inline.plainText([inline]))
            }
        }.joined()
    }

    private func math(_ tex: String, at range: SourceRange) -> HTML {
        do {
            return try answers.tools.math.html(tex, isDisplay: false)
        } catch {
            answers.log.add(
                Diagnostic(
                    .error, "invalid-math", file: answers.index.bibliographyPath, range: range, error.message)
            )
            return "<code class=\"failed-math\">\(Escaping.verbatim(tex))</code>"
        }
    }

    // MARK: - Where and when

    private var venue: HTML {
        let parts = (isInJournal ? journal : isInBook ? book : publication) + [date]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    private var isInJournal: Bool { entry[.journal] != nil }
    private var isInBook: Bool { entry[.booktitle] != nil }

    /// `Annals of Probability 33(5), 1643–1697`
    private var journal: [HTML?] {
        let issue = entry[.number].map { "(\($0))" } ?? ""
        let volume = entry[.volume].map { " \($0)\(issue)" } ?? (issue.isEmpty ? "" : " \(issue)")
        return [entry[.journal].map { HTML.isolated("\($0)\(volume)") }, pages, note]
    }

    /// `In 16th Innovations in Theoretical Computer Science Conference (ITCS), LIPIcs 325, 38:1–38:21`
    private var book: [HTML?] {
        let editors: HTML? =
            entry.authors.isEmpty || entry.editors.isEmpty
            ? nil : "edited by \(HTML.isolated(Self.list(entry.editors)))"
        return [
            entry[.booktitle].map { "In \(HTML.isolated($0))" }, editors, series, chapter, pages,
            text(.publisher),
            text(.address), note,
        ]
    }

    /// `Technical report CSL-98, SRI International`
    private var publication: [HTML?] {
        let number = entry[.number].map { " \($0)" } ?? ""
        let kind = entry[.type] ?? Self.words(for: entry.kind)
        return [
            kind.map { HTML.isolated("\($0)\(number)") }, text(.edition).map { "\($0) edition" }, series,
            text(.publisher),
            text(.institution), text(.school), text(.organization), text(.address),
            howPublished, chapter, pages, note,
        ]
    }

    private var howPublished: HTML? {
        WorkLinks.whereItAppeared(entry).map { "<a href=\"\($0.address)\">\($0.text)</a>" }
            ?? text(.howpublished)
    }

    private static func words(for kind: BibliographyEntry.Kind) -> String? {
        switch kind {
        case .techreport, .report: "Technical report"
        case .mastersthesis: "Master’s thesis"
        case .phdthesis: "PhD thesis"
        case .thesis: "Thesis"
        case .patent: "Patent"
        case .software: "Software"
        case .dataset: "Data set"
        default: nil
        }
    }

    private var series: HTML? {
        switch (entry[.series], entry[.volume]) {
        case (let series?, let volume?): .isolated("\(series) \(volume)")
        case (let series?, nil): .isolated(series)
        case (nil, let volume?): "volume \(HTML.isolated(volume))"
        case (nil, nil): nil
        }
    }

    private var chapter: HTML? { entry[.chapter].map { "chapter \($0)" } }

    private var pages: HTML? {
        entry[.pages].map { pages -> HTML in
            let isRange = pages.contains("–") || pages.contains(",")
            return pages.allSatisfy(\.isNumber) && !isRange ? "page \(pages)" : HTML(text: pages)
        }
    }

    private var note: HTML? { text(.note) }

    private var date: HTML? {
        guard let year = entry[.year] else { return nil }
        return entry[.month].map { "\($0) \(year)" } ?? HTML(text: year)
    }

    private func text(_ field: BibliographyEntry.Field) -> HTML? { entry[field].map(HTML.isolated) }
}
