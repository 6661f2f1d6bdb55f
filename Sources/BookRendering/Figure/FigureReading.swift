/// Goes through the plots and layers of a specification and collects the data that stand in it.
struct FigureReading {
    typealias Row = [JSONValue.Member]

    /// Rows that stand in one place of the specification.
    struct Block {
        let rows: [Row]
        /// The title of the plot of a grid that they belong to.
        var plot: String?
        /// The name of the series, where the whole layer is one.
        var series: String?
        /// What they are drawn as, `line`.
        var mark: String?
        /// The fields along axes and legends, and the titles of these.
        var titles: [Title] = []

        /// Whether the rows only say where words stand that are the same for all of them: notes, and no data.
        var isNote: Bool { mark == "text" && !titles.contains { $0.channel == "text" } }
    }

    /// A field along an axis or a legend.
    struct Title: Hashable {
        let field: String
        let channel: String
        let text: String
    }

    /// What a view takes over from those around it.
    struct Place {
        /// The sets of data that the specification names.
        let datasets: JSONValue?
        var plot: String?
        /// The place of the rows that it draws, in `blocks`.
        var block: Int?

        init(_ specification: JSONValue) {
            datasets = specification["datasets"]
        }
    }

    private(set) var blocks: [Block] = []

    mutating func view(_ view: JSONValue, _ place: Place) {
        var place = place
        if let data = view["data"], let rows = Self.rows(of: data, place.datasets) {
            blocks.append(Block(rows: rows, plot: place.plot))
            place.block = blocks.count - 1
        }
        if let block = place.block { note(view, in: block) }
        for layer in view["layer"]?.elements ?? [] { self.view(layer, place) }
        if let inner = view["spec"] { self.view(inner, place) }
        let plots = ["concat", "hconcat", "vconcat"].flatMap { view[$0]?.elements ?? [] }
        for (index, plot) in plots.enumerated() {
            place.plot = FigureWords(of: plot).title ?? String(index + 1)
            self.view(plot, place)
        }
    }

    private static func rows(of data: JSONValue, _ datasets: JSONValue?) -> [Row]? {
        let values = data["values"] ?? data["name"]?.text.flatMap { datasets?[$0] }
        return values?.elements?.compactMap { value in
            guard let members = value.members else { return [JSONValue.Member(name: "data", value: value)] }
            return members.isEmpty ? nil : members
        }
    }

    /// Takes what a view says about the rows that it draws.
    private mutating func note(_ view: JSONValue, in block: Int) {
        if let mark = view["mark"], blocks[block].mark == nil {
            blocks[block].mark = mark.text ?? mark["type"]?.text
        }
        for member in view["encoding"]?.members ?? [] {
            if ["color", "fill", "stroke", "shape"].contains(member.name),
                let name = member.value["datum"]?.text
            {
                blocks[block].series = blocks[block].series ?? name
            }
            guard let field = member.value["field"]?.text else { continue }
            let title = Self.title(of: member.value)
            blocks[block].titles.append(Title(field: field, channel: member.name, text: title ?? ""))
        }
    }

    private static func title(of encoding: JSONValue) -> String? {
        (encoding["title"] ?? encoding["axis"]?["title"] ?? encoding["legend"]?["title"])?.text
    }

    /// The fields along x, along y, and the others, each as they come.
    static func ordered(_ fields: [String], in blocks: [Block]) -> [String] {
        var ranks: [String: Int] = [:]
        for title in blocks.flatMap(\.titles) {
            let rank = ["x", "x2", "y", "y2"].firstIndex(of: title.channel) ?? 4
            ranks[title.field] = min(rank, ranks[title.field] ?? rank)
        }
        return fields.enumerated().sorted {
            (ranks[$0.element] ?? 4, $0.offset) < (ranks[$1.element] ?? 4, $1.offset)
        }.map(\.element)
    }

    /// The name of a field's column.
    static func title(of field: String, in blocks: [Block]) -> String {
        let titles = blocks.flatMap(\.titles)
        // The second end of an interval has no title of its own.
        func texts(_ field: String) -> Set<String> {
            let own = titles.filter { $0.field == field }
            let ends = own.filter { $0.channel.hasSuffix("2") }.map { String($0.channel.dropLast()) }
            let firsts = titles.filter { ends.contains($0.channel) }
            return Set((own + firsts).map(\.text).filter { !$0.isEmpty })
        }
        let own = texts(field)
        guard own.count == 1, let text = own.first else { return field }
        let sharing = titles.filter { texts($0.field) == own }
        if Set(sharing.map(\.field)).count == 1 { return text }
        // Of the ends of one interval, the first has the title alone; two axes with one title do not.
        let isOneAxis = Set(sharing.map { $0.channel.prefix { $0 != "2" } }).count == 1
        let isFirst = titles.contains { $0.field == field && $0.channel == field && !field.hasSuffix("2") }
        return isOneAxis && isFirst ? text : "\(text): \(field)"
    }
}
