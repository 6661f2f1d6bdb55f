import BookModel

extension BookIndex {
    /// What a reference points to.
    struct Destination: Sendable {
        let entry: Entry
        let mark: Mark
    }

    /// The destination of a reference in chapter `stem`; `nil` when there is none.
    ///
    /// A name without a chapter is looked up in the chapter itself first, then in the others in order.
    func destination(of reference: CrossReference, from stem: String) -> Destination? {
        if let file = reference.chapter {
            guard let entry = entry(Self.stem(ofFile: file)) else { return nil }
            guard let name = reference.name else { return Destination(entry: entry, mark: entry.mark) }
            return entry.marks.named[name].map { Destination(entry: entry, mark: $0) }
        }
        guard let name = reference.name else { return nil }
        let own = entry(stem).map { [$0] } ?? []
        for entry in own + entries {
            if let mark = entry.marks.named[name] { return Destination(entry: entry, mark: mark) }
        }
        return nil
    }

    static func stem(ofFile file: String) -> String {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    }
}

extension BookIndex.Entry {
    /// The chapter itself as a destination.
    package var mark: Mark { Mark(kind: .chapter, number: number, anchor: "", title: chapter.title) }
}
