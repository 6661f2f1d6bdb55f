/// The text of any value, the same on every run.
///
/// `String(describing:)` prints dictionaries and sets in an order that changes from run to run, also where
/// they lie inside of other values. So containers, tuples and plain structs are written here, and every
/// type that has a description of its own keeps it.
struct ValueText {
    /// Lines are broken after this many columns.
    static let width = 78
    /// Elements of a container that are shown; the rest is counted.
    static let limit = 100

    private let value: Any

    init(_ value: Any) {
        self.value = value
    }

    /// The value as a page shows it: a string is its own text.
    var text: String {
        if let string = value as? String { return string }
        return Self.node(value).laidOut(width: Self.width)
    }

    private static func node(_ value: Any) -> TextNode {
        let value = unwrapped(value)
        if let string = value as? String { return .leaf(quoted(string)) }
        if let character = value as? Character { return .leaf(quoted(String(character))) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .collection where !(value is any RangeExpression):
            return container("[", mirror.children.map { ("", node($0.value)) }, "]")
        case .set:
            let members = mirror.children.map { ("", node($0.value)) }
            return container("[", members.sorted { keyOrder($0.1, $1.1) }, "]")
        case .dictionary:
            return dictionary(mirror)
        case .tuple:
            return container("(", labelled(mirror), ")")
        case .struct where !(value is any CustomStringConvertible):
            return container("\(type(of: value))(", labelled(mirror), ")")
        case .enum where !(value is any CustomStringConvertible):
            return enumeration(value, mirror)
        default:
            return .leaf(String(describing: value))
        }
    }

    /// In quotes; what would end them or break the line is escaped.
    private static func quoted(_ string: String) -> String {
        var result = "\""
        for character in string {
            switch character {
            case "\"", "\\": result += "\\\(character)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            default: result.append(character)
            }
        }
        return result + "\""
    }

    private static func dictionary(_ mirror: Mirror) -> TextNode {
        let pairs = mirror.children.compactMap { child -> (key: TextNode, value: TextNode)? in
            let pair = Array(Mirror(reflecting: child.value).children)
            return pair.count == 2 ? (node(pair[0].value), node(pair[1].value)) : nil
        }
        if pairs.isEmpty { return .leaf("[:]") }
        let sorted = pairs.sorted { keyOrder($0.key, $1.key) }
        return container("[", sorted.map { ("\($0.key.flat): ", $0.value) }, "]")
    }

    /// A case with what it carries; the value itself could hold a dictionary.
    private static func enumeration(_ value: Any, _ mirror: Mirror) -> TextNode {
        guard let child = mirror.children.first, let name = child.label else {
            return .leaf(String(describing: value))
        }
        let payload = node(child.value)
        if case .group("(", let members, _) = payload { return .group("\(name)(", members, ")") }
        return container("\(name)(", [("", payload)], ")")
    }

    private static func labelled(_ mirror: Mirror) -> [(String, TextNode)] {
        mirror.children.map { child in
            let label = child.label.flatMap { $0.hasPrefix(".") ? nil : "\($0): " } ?? ""
            return (label, node(child.value))
        }
    }

    private static func container(_ open: String, _ members: [(String, TextNode)], _ close: String)
        -> TextNode
    {
        var shown = members.prefix(limit).map { TextNode.Member(label: $0.0, node: $0.1) }
        if members.count > limit {
            shown.append(.init(label: "", node: .leaf("… \((members.count - limit).grouped) more")))
        }
        return .group(open, shown, close)
    }

    /// Numbers by their size, everything else by its text.
    private static func keyOrder(_ left: TextNode, _ right: TextNode) -> Bool {
        if let first = Double(left.flat), let second = Double(right.flat), first != second {
            return first < second
        }
        return left.flat < right.flat
    }
}

/// The value inside of an optional, of any depth; `nil` stays an empty optional.
func unwrapped(_ value: Any) -> Any {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional, let child = mirror.children.first else { return value }
    return unwrapped(child.value)
}
