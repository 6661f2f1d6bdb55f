import BookModel

/// Where a page cites works, found while it is rendered.
final class CitationPlaces {
    /// One section in which a work is cited, at the first of its citations there.
    struct Place: Hashable, Codable, Sendable {
        /// The key of the work.
        let key: String
        let anchor: String
        /// `8.2`; `nil` before the first section, and where sections have no numbers.
        let section: String?
    }

    /// In the order of the page.
    private(set) var places: [Place] = []
    private var counts: [String: Int] = [:]
    private var section: String?

    /// Says that what follows stands in this section.
    func enter(_ section: String?) {
        if let section { self.section = section }
    }

    /// Counts a citation of work `key`, and names it.
    func cite(_ key: String) -> String {
        let count = counts[key, default: 0] + 1
        counts[key] = count
        let anchor = PageName.citation + key + (count == 1 ? "" : "-\(count)")
        if !places.contains(where: { $0.key == key && $0.section == section }) {
            places.append(Place(key: key, anchor: anchor, section: section))
        }
        return anchor
    }

    func places(of key: String) -> [Place] { places.filter { $0.key == key } }
}
