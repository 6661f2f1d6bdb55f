import BookModel

/// A bibliography, what is wrong with it, and its text for quoting.
struct ParsedBibliography {
    let bibliography: Bibliography
    let diagnostics: [Diagnostic]
    let source: SourceFile
}

/// Reads `Chapters/references.bib`: from entries as they are written to works as pages show them.
struct BibliographyReader {
    let text: SourceText
    let findings: Findings

    static func parse(_ bytes: [UInt8], path: String) -> ParsedBibliography {
        let findings = Findings(file: path)
        let text = SourceDecoding.decode(bytes, findings: findings)
        var grammar = BibTeXReader(text, findings: findings)
        let written = grammar.read()
        let reader = BibliographyReader(text: text, findings: findings)
        let entries = reader.entries(written)
        return ParsedBibliography(
            bibliography: Bibliography(path: path, entries: entries), diagnostics: findings.sorted,
            source: SourceFile(path: path, text: String(decoding: text.bytes, as: UTF8.self)))
    }

    private func entries(_ written: [BibTeXEntry]) -> [BibliographyEntry] {
        var unique: [BibTeXEntry] = []
        var places: [String: Int] = [:]
        for entry in written {
            if let first = places[entry.key] {
                findings.add(
                    .duplicateEntry(
                        entry.key, at: text.range(entry.keyOffsets),
                        first: text.range(unique[first].keyOffsets)))
            } else {
                places[entry.key] = unique.count
                unique.append(entry)
            }
        }
        let inheritance = CrossReferencedFields(
            entries: unique, places: places, text: text, findings: findings)
        return unique.map { self.entry($0, fields: inheritance.fields(of: $0)) }
    }

    private func entry(_ written: BibTeXEntry, fields: [BibTeXEntry.Field]) -> BibliographyEntry {
        if !written.key.utf8.allSatisfy(\.isCitationKeyByte) {
            findings.add(.badKey(written.key, at: text.range(written.keyOffsets)))
        }
        let kind = BibliographyEntry.Kind(rawValue: written.kind)
        if kind == nil { findings.add(.unknownKind(written.kind, at: text.range(written.kindOffsets))) }
        written.fields.forEach(checkName)
        let names = PersonNameReader(text: text, findings: findings)
        func persons(_ name: String) -> PersonList {
            fields.first { $0.name == name }.map(names.list) ?? PersonList()
        }
        let title = title(in: fields)
        let entry = BibliographyEntry(
            key: written.key, kind: kind ?? .misc, authors: persons("author"), editors: persons("editor"),
            title: title, fields: BibliographyFields(text: text, findings: findings).read(fields),
            range: text.range(written.keyOffsets))
        checkCompleteness(of: entry, hasTitle: !title.isEmpty)
        return entry
    }

    /// The title, and behind a colon the subtitle.
    private func title(in fields: [BibTeXEntry.Field]) -> [Inline] {
        func read(_ name: String) -> [Inline]? {
            fields.first { $0.name == name }.map {
                LaTeXReader.inlines($0.value, text: text, findings: findings)
            }
        }
        guard let title = read("title"), let last = title.last else { return [] }
        guard let subtitle = read("subtitle") else { return title }
        return title + [Inline(range: last.range, content: .text(": "))] + subtitle
    }

    private func checkName(of field: BibTeXEntry.Field) {
        guard !BibliographyFields.known.contains(field.name), !BibliographyFields.unused.contains(field.name),
            let nearest = Spelling.nearest(to: field.name, among: BibliographyFields.known.sorted())
        else { return }
        findings.add(.unknownField(field.name, nearest: nearest, at: text.range(field.nameOffsets)))
    }

    private func checkCompleteness(of entry: BibliographyEntry, hasTitle: Bool) {
        if !hasTitle { findings.add(.entryWithoutTitle(entry.key, at: entry.range)) }
        if entry[.year] == nil { findings.add(.entryWithoutYear(entry.key, at: entry.range)) }
    }
}
