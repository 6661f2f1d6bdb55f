/// The data of a figure as one table, in the order in which the specification holds them.
///
/// Each piece of data that stands in the specification gives its rows: those of a plot, of a layer, of one plot of
/// many. A grid has a column `plot`; layers of several series have a column `series`, and layers that are drawn
/// differently a column `mark`. Then come the fields, under the title of their axis or legend where just one field
/// has it (`key bits n`), after it where more share it (`key bits n: low`), else under their own name: what lies along
/// x first, then along y, then the others.
struct FigureTable: Hashable, Sendable {
    private(set) var columns: [String] = []
    private(set) var rows: [[JSONValue]] = []

    init(of specification: JSONValue) {
        var reading = FigureReading()
        reading.view(specification, FigureReading.Place(specification))
        let blocks = reading.blocks.filter { !$0.rows.isEmpty && !$0.isNote }
        let fields = FigureReading.ordered(
            Self.unique(blocks.flatMap { $0.rows.flatMap { $0.map(\.name) } }), in: blocks)
        let labels = Labels(blocks)
        columns = Self.distinct(labels.names + fields.map { FigureReading.title(of: $0, in: blocks) })
        let places = Dictionary(uniqueKeysWithValues: zip(fields, fields.indices))
        for block in blocks {
            let words = labels.values(of: block)
            for row in block.rows {
                var values = [JSONValue](repeating: .null, count: fields.count)
                for member in row {
                    if let place = places[member.name] { values[place] = member.value }
                }
                rows.append(words + values)
            }
        }
    }

    /// The columns before the fields: only those that tell rows apart.
    private struct Labels {
        private let chosen: [(name: String, value: (FigureReading.Block) -> String?)]

        init(_ blocks: [FigureReading.Block]) {
            let all: [(name: String, value: (FigureReading.Block) -> String?)] = [
                ("plot", \.plot), ("series", \.series), ("mark", \.mark),
            ]
            chosen = all.filter { label in
                let words = Set(blocks.map(label.value))
                return label.name == "series" ? words.contains { $0 != nil } : words.count > 1
            }
        }

        var names: [String] { chosen.map(\.name) }

        func values(of block: FigureReading.Block) -> [JSONValue] {
            chosen.map { label in label.value(block).map(JSONValue.string) ?? .null }
        }
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The names, no two alike.
    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.map { name in
            var (name, count) = (name, 1)
            let first = name
            while !seen.insert(name).inserted {
                count += 1
                name = "\(first) (\(count))"
            }
            return name
        }
    }
}

extension FigureTable {
    /// The table as RFC 4180 has it: a line of names, then one line a row, each ended by CR LF.
    ///
    /// Numbers are as the specification writes them. Text that a spreadsheet would take for a formula gets an
    /// apostrophe before it; a list, such as the pixels of a picture, is one cell with spaces between.
    var csv: String {
        var text = ""
        Self.write(columns.map(JSONValue.string), to: &text)
        for row in rows { Self.write(row, to: &text) }
        return text
    }

    private static func write(_ row: [JSONValue], to text: inout String) {
        for (index, value) in row.enumerated() {
            if index > 0 { text += "," }
            text += quoted(cell(value))
        }
        text += "\r\n"
    }

    /// A value as one cell.
    static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .bool(let value): value ? "true" : "false"
        case .number(let text): text
        case .string(let text): harmless(text)
        case .array(let elements): harmless(elements.map(plain).joined(separator: " "))
        case .object: value.json
        }
    }

    private static func plain(_ value: JSONValue) -> String {
        value.text ?? (value == .null ? "" : value.json)
    }

    private static func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
            return text
        }
        return isNumbers(text) ? text : "'" + text
    }

    private static func isNumbers(_ text: String) -> Bool {
        text.split(separator: " ").allSatisfy { part in
            part.utf8.allSatisfy { "+-.0123456789eE".utf8.contains($0) } && Double(part) != nil
        }
    }

    private static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// The names and the first rows for a page that shows them: `{"columns": […], "rows": [[…], …], "count": 4096}`.
    func json(first limit: Int) -> JSONValue {
        let shown = rows.prefix(limit).map { row in
            JSONValue.array(
                row.map { value in
                    switch value {
                    case .number, .string, .bool, .null: value
                    case .array, .object: .string(Self.cell(value))
                    }
                })
        }
        return .object([
            .init(name: "columns", value: .array(columns.map(JSONValue.string))),
            .init(name: "rows", value: .array(shown)),
            .init(name: "count", value: .number(String(rows.count))),
        ])
    }
}
