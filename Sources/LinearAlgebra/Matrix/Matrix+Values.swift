extension Matrix: Hashable {
    public static func == (left: Matrix, right: Matrix) -> Bool {
        guard left.shape == right.shape else { return false }
        return left.withUnsafeBufferPointer { first in
            right.withUnsafeBufferPointer { first.elementsEqual($0) }
        }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(shape)
        withUnsafeBufferPointer { for element in $0 { hasher.combine(element) } }
    }
}

extension Matrix: Codable {
    private enum CodingKeys: String, CodingKey {
        case rows, columns, elements
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            rows: container.decode(Int.self, forKey: .rows),
            columns: container.decode(Int.self, forKey: .columns),
            elements: container.decode([Element].self, forKey: .elements))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(rowCount, forKey: .rows)
        try container.encode(columnCount, forKey: .columns)
        try container.encode(elements, forKey: .elements)
    }
}

extension Matrix: CustomStringConvertible {
    /// The rows below each other, columns aligned; the middle of a large matrix is left out.
    public var description: String {
        let rows = (0..<rowCount).map { index in
            ElementText.abridged(columnCount, limit: 8) { ElementText.text(self[index, $0]) }
        }
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = ElementText.abridged(rowCount, limit: 8) { index in
            let cells = zip(rows[index], widths).map { text, width in
                String(repeating: " ", count: width - text.count) + text
            }
            return "[" + cells.joined(separator: "  ") + "]"
        }
        return (["\(shape)"] + lines).joined(separator: "\n")
    }
}
