/// What a page and the files beside it hold of a figure besides its picture. Made once, then kept in the store.
struct FigureParts: Hashable, Sendable {
    var title: String?
    var description: String?
    /// The data as CSV; empty when the specification holds none.
    var csv = ""
    /// What the closer look needs: `{"spec": …, "table": …}`; empty when there is none.
    var script = ""

    /// Changes when the same specification gives other parts.
    static let version = "parts 5"
    /// Rows that the closer look shows; the file has all.
    static let shownRows = 200
    /// The longest specification that a page draws again, in bytes: a reader's browser has to hold it.
    static let longest = 4_000_000

    init(of specification: String) {
        guard let value = JSONValue(specification) else { return }
        let words = FigureWords(of: value)
        title = words.title
        description = words.description
        let table = FigureTable(of: value)
        if !table.rows.isEmpty { csv = table.csv }
        guard specification.utf8.count <= Self.longest else { return }
        script =
            JSONValue.object([
                .init(name: "spec", value: FigureSpecification.safe(value)),
                .init(name: "table", value: table.json(first: Self.shownRows)),
            ]).json
    }

    // MARK: - As one text

    /// The length of each part, then the parts; `-1` for one that is not there.
    var stored: String {
        let parts = [title, description, csv, script]
        return parts.map { String($0?.utf8.count ?? -1) }.joined(separator: " ") + "\n"
            + parts.map { $0 ?? "" }.joined()
    }

    init?(stored: String) {
        let bytes = stored.utf8
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let counts = stored[..<end].split(separator: " ").compactMap { Int($0) }
        guard counts.count == 4 else { return nil }
        var start = bytes.index(after: end)
        var parts: [String?] = []
        for count in counts {
            guard count >= 0 else {
                parts.append(nil)
                continue
            }
            guard let next = bytes.index(start, offsetBy: count, limitedBy: bytes.endIndex) else {
                return nil
            }
            parts.append(String(stored[start..<next]))
            start = next
        }
        (title, description, csv, script) = (parts[0], parts[1], parts[2] ?? "", parts[3] ?? "")
    }
}
