import BookModel
import Foundation

/// Reads the fields of an entry that are neither persons nor its title.
struct BibliographyFields {
    let text: SourceText
    let findings: Findings

    /// The names that BibLaTeX gives to fields of BibTeX.
    private static let aliases = [
        "journaltitle": "journal", "location": "address", "eprinttype": "archiveprefix",
    ]
    static let known = Set(
        BibliographyEntry.Field.allCases.map(\.rawValue) + aliases.keys
            + ["author", "editor", "title", "subtitle", "crossref", "date"])
    /// Fields that other programs write and no page shows.
    static let unused: Set<String> = [
        "abstract", "acmid", "annote", "articleno", "bibsource", "biburl", "comment", "copyright", "eissn",
        "eprintclass", "file", "groups", "isbn", "issn", "issue_date", "key", "keywords", "langid",
        "language",
        "mendeley-tags", "numpages", "owner", "pagetotal", "primaryclass", "timestamp",
        "urldate", "version",
    ]

    func read(_ fields: [BibTeXEntry.Field]) -> [BibliographyEntry.Field: String] {
        var values: [BibliographyEntry.Field: String] = [:]
        for field in fields {
            if field.name == "date" { readDate(field, &values) }
            let name = Self.aliases[field.name] ?? field.name
            guard let kind = BibliographyEntry.Field(rawValue: name), values[kind] == nil,
                let value = value(of: field, kind), !value.isEmpty
            else { continue }
            values[kind] = value
        }
        return values
    }

    private func value(of field: BibTeXEntry.Field, _ kind: BibliographyEntry.Field) -> String? {
        let place = field.value.range(field.value.trimmed(0..<field.value.bytes.count), in: text)
        switch kind {
        case .doi:
            return checked(doi(plain(field)), of: field, "a DOI such as '10.1109/FOCS54457.2022.00092'")
        case .url: return checked(url(plain(field)), of: field, "an address with 'https://'")
        case .eprint: return plain(field)
        case .month:
            let written = LaTeXReader.string(field.value, text: text, findings: findings)
            if let month = Month(text: written) { return month.name }
            if written.isEmpty { return nil }
            if written.contains(where: { !$0.isLetter && $0 != "." }) { return written }
            findings.add(.unknownMonth(written, at: place))
            return nil
        case .pages, .number, .volume, .year:
            let written = LaTeXReader.string(field.value, text: text, findings: findings)
            return kind == .pages ? pages(written) : written
        default: return LaTeXReader.string(field.value, text: text, findings: findings)
        }
    }

    /// `2022-05-03` and its shorter forms.
    private func readDate(_ field: BibTeXEntry.Field, _ values: inout [BibliographyEntry.Field: String]) {
        let parts = plain(field).split(separator: "-")
        guard let year = parts.first, year.allSatisfy(\.isNumber) else {
            return findings.add(
                .fieldValue(field.name, expected: "a date such as '2022-05'", at: place(field)))
        }
        values[.year] = values[.year] ?? String(year)
        if parts.count > 1, let month = Month(text: String(parts[1])) { values[.month] = month.name }
    }

    private func place(_ field: BibTeXEntry.Field) -> SourceRange {
        field.value.range(field.value.trimmed(0..<field.value.bytes.count), in: text)
    }

    private func checked(_ value: String?, of field: BibTeXEntry.Field, _ expected: String) -> String? {
        if value == nil { findings.add(.fieldValue(field.name, expected: expected, at: place(field))) }
        return value
    }

    /// An address or identifier, in which LaTeX has nothing but escapes and braces.
    private func plain(_ field: BibTeXEntry.Field) -> String {
        var written = field.value.trimmed().string.replacing("\\url", with: "")
        for mark in ["_", "%", "&", "#", "~"] { written = written.replacing("\\" + mark, with: mark) }
        return written.filter { $0 != "{" && $0 != "}" && !$0.isWhitespace }
    }

    /// `10.…/…`, without the address of the resolver.
    private func doi(_ written: String) -> String? {
        let parts = written.split(separator: "/", omittingEmptySubsequences: false)
        guard let start = parts.firstIndex(where: { $0.hasPrefix("10.") || $0.hasPrefix("doi:10.") }) else {
            return nil
        }
        let name = parts[start...].joined(separator: "/").replacing("doi:", with: "", maxReplacements: 1)
        return name.wholeMatch(of: /10\.\d{4,9}\/\S+/) == nil ? nil : name
    }

    private func url(_ written: String) -> String? {
        written.wholeMatch(of: /https?:\/\/[^\s\/]+.*/) == nil ? nil : written
    }

    /// `931–942`: however many hyphens were written.
    private func pages(_ written: String) -> String {
        written.replacing(/(\d)\s*[-–—]+\s*(?=[\d\w])/) { "\($0.output.1)–" }
    }
}
