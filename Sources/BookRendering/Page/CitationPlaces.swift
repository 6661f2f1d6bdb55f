import BookModel

/// Where works are cited, found while the pages are rendered.
final class CitationPlaces {
    /// One section in which a work is cited, at the first of its citations there.
    struct Place {
        let stem: String
        let anchor: String
        /// `8.2`; the chapter's own number before its first section; `nil` where neither has one.
        let section: String?
    }

    private var places: [String: [Place]] = [:]
    private var counts: [String: Int] = [:]
    private var sections: [String: String] = [:]

    /// Says that what follows in a chapter stands in this section.
    func enter(_ section: String?, of stem: String) {
        if let section { sections[stem] = section }
    }

    /// Counts a citation of work `key`, and names it.
    func cite(_ key: String, in stem: String) -> String {
        let count = counts["\(stem)#\(key)", default: 0] + 1
        counts["\(stem)#\(key)"] = count
        let anchor = PageName.citation + key + (count == 1 ? "" : "-\(count)")
        let section = sections[stem]
        let isKnown = places[key, default: []].contains { $0.stem == stem && $0.section == section }
        if !isKnown { places[key, default: []].append(Place(stem: stem, anchor: anchor, section: section)) }
        return anchor
    }

    func places(of key: String, in stem: String? = nil) -> [Place] {
        places[key, default: []].filter { stem == nil || $0.stem == stem }
    }
}
