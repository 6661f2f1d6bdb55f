import BookModel
import Yams

/// A value of YAML and its place.
struct YAMLValue {
    let node: Node
    let range: SourceRange
    let text: YAMLText

    /// The text of a scalar, without the line feeds that a block scalar ends with; `nil` for lists, mappings
    /// and nothing.
    var string: String? {
        guard case .scalar(let scalar) = node, node.null == nil else { return nil }
        return String(scalar.string.reversed().drop { $0 == "\n" }.reversed())
    }

    /// The texts of a list of scalars, or of one scalar.
    var strings: [(text: String, range: SourceRange)]? {
        if let string { return [(string, range)] }
        guard case .sequence(let sequence) = node else { return nil }
        let values = sequence.map { YAMLValue(node: $0, range: text.range(of: $0), text: text) }
        let strings = values.compactMap { value in value.string.map { ($0, value.range) } }
        return strings.count == values.count ? strings : nil
    }

    var entries: [YAMLText.Entry]? {
        guard case .mapping(let mapping) = node else { return nil }
        return text.entries(of: mapping)
    }

    var values: [YAMLValue]? {
        guard case .sequence(let sequence) = node else { return nil }
        return sequence.map { YAMLValue(node: $0, range: text.range(of: $0), text: text) }
    }

    /// What it is, as the end of a sentence.
    var kind: String {
        switch node {
        case .mapping: "is a mapping"
        case .sequence: "is a list"
        case .scalar: string.map { "is '\($0)'" } ?? "has no value"
        default: "is an alias"
        }
    }
}
