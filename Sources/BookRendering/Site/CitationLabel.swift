import BookModel
import Foundation

/// The label that stands in the text for a work: `GKVZ22`, in the style that cryptographers use.
enum CitationLabel {
    /// At most this many authors have a letter each.
    private static let mostLetters = 4
    private static let lettersOfMany = 3

    /// The label without the letter that tells works with the same one apart.
    static func base(of entry: BibliographyEntry) -> String {
        entry[.shorthand] ?? names(of: entry) + year(of: entry)
    }

    private static func names(of entry: BibliographyEntry) -> String {
        let persons = entry.authors.isEmpty ? entry.editors : entry.authors
        if persons.names.count == 1, let only = persons.names.first, !persons.hasOthers {
            return initials(ofParticle: only.particle) + letters(of: only.family).prefix(3)
        }
        guard !persons.isEmpty else {
            let owner = entry[.organization] ?? entry[.institution] ?? Inline.plainText(entry.title)
            return String(letters(of: owner).prefix(3))
        }
        let isCut = persons.hasOthers || persons.names.count > mostLetters
        let shown = isCut ? persons.names.prefix(lettersOfMany) : persons.names.prefix(mostLetters)
        let short = shown.map { initials(ofParticle: $0.particle) + letters(of: $0.family).prefix(1) }
        return short.joined() + (isCut ? "+" : "")
    }

    private static func letters(of name: String) -> String { name.filter(\.isLetter) }

    private static func initials(ofParticle particle: String) -> String {
        particle.split(separator: " ").compactMap(\.first).map(String.init).joined()
    }

    /// The last two digits of the year.
    private static func year(of entry: BibliographyEntry) -> String {
        let digits = (entry[.year] ?? "").filter { $0.isASCII && $0.isNumber }
        return String(digits.suffix(2))
    }

    /// The work in words: `Goldwasser et al., 2022`.
    static func words(for entry: BibliographyEntry) -> String {
        let persons = entry.authors.isEmpty ? entry.editors : entry.authors
        let families = persons.names.map(\.familyWithParticle)
        let who: String? =
            switch (families.count, persons.hasOthers) {
            case (0, _): entry[.organization] ?? entry[.institution] ?? Inline.plainText(entry.title)
            case (1, false): families[0]
            case (2, false): "\(families[0]) and \(families[1])"
            default: "\(families[0]) et al."
            }
        return [who, entry[.year]].compactMap { $0 }.joined(separator: ", ")
    }

    /// Where the work stands in a bibliography: by families, then year, then title, accents, case and marks left out.
    static func order(of entry: BibliographyEntry) -> [String] {
        let persons = entry.authors.isEmpty ? entry.editors : entry.authors
        let title = Inline.plainText(entry.title)
        let who = persons.isEmpty ? [entry[.organization] ?? entry[.institution] ?? title] : []
        let families = persons.names.map { $0.familyWithParticle + " " + $0.given }
        return ([(who + families).joined(separator: "  ")] + [entry[.year] ?? "", title]).map {
            $0.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
                .filter { $0.isLetter || $0.isNumber || $0 == " " }
        }
    }
}
