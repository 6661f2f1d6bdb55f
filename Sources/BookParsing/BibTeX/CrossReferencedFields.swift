import BookModel

/// The fields of an entry with those that it takes from the entry in its field `crossref`.
struct CrossReferencedFields {
    let entries: [BibTeXEntry]
    /// The index in `entries` of each key.
    let places: [String: Int]
    let text: SourceText
    let findings: Findings

    /// Its own fields first; then those of its parent that it lacks, where the parent's title is the
    /// `booktitle` of a part.
    func fields(of entry: BibTeXEntry) -> [BibTeXEntry.Field] {
        var fields = entry.fields
        var current = entry
        var seen: Set<String> = [entry.key]
        while let reference = current.field("crossref") {
            let key = reference.value.trimmed().string
            let place = reference.value.range(0..<reference.value.bytes.count, in: text)
            guard let index = places[key] else {
                // The entry that says it is the one to repair.
                if current.key == entry.key {
                    findings.add(.unknownParent(key, known: entries.map(\.key), at: place))
                }
                break
            }
            guard seen.insert(key).inserted else {
                if current.key == entry.key || key == entry.key {
                    findings.add(.circularParent(key, at: place))
                }
                break
            }
            current = entries[index]
            fields += inherited(from: current, by: entry).filter { field in
                !fields.contains { $0.name == field.name }
            }
        }
        return fields
    }

    private func inherited(from parent: BibTeXEntry, by entry: BibTeXEntry) -> [BibTeXEntry.Field] {
        let isPart = BibliographyEntry.Kind(rawValue: entry.kind)?.isPart == true
        return parent.fields.compactMap { field in
            switch field.name {
            case "crossref", "shorthand": nil
            case "title" where isPart:
                BibTeXEntry.Field(name: "booktitle", nameOffsets: field.nameOffsets, value: field.value)
            default: field
            }
        }
    }
}
