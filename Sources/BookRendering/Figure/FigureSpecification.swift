/// A specification as a reader's browser may draw it again: the figure, and nothing that reaches beyond it.
///
/// It comes from a chapter's program, which is not trusted. What loads (addresses, pictures), leads away (links),
/// listens (selections, inputs) or tells the drawing library what to do is left out; rows of data are left alone,
/// since they only are drawn. The page that draws the rest lets no code be made from text, and its loader refuses
/// every address: either alone would do.
enum FigureSpecification {
    private static let forbidden: Set<String> = [
        "url", "href", "usermeta", "cursor", "bind", "on", "signals", "events", "selection", "loader",
        "autosize",
        "$schema", "aria", "key",
    ]
    /// Members that hold data and not instructions.
    private static let data: Set<String> = ["values", "datasets"]

    static func safe(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            return .object(members.compactMap(safe))
        case .array(let elements):
            return .array(elements.filter { !isSelection($0) && !isPicture($0) }.map(safe))
        case .null, .bool, .number, .string: return value
        }
    }

    private static func safe(_ member: JSONValue.Member) -> JSONValue.Member? {
        if forbidden.contains(member.name) || member.name == prototype { return nil }
        let isData = data.contains(member.name)
        return JSONValue.Member(name: member.name, value: isData ? plain(member.value) : safe(member.value))
    }

    /// The name that would give an object of a script another kind.
    private static let prototype = "__proto__"

    private static func plain(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            .object(
                members.filter { $0.name != prototype }.map {
                    JSONValue.Member(name: $0.name, value: plain($0.value))
                })
        case .array(let elements): .array(elements.map(plain))
        case .null, .bool, .number, .string: value
        }
    }

    /// A parameter that waits for clicks.
    private static func isSelection(_ value: JSONValue) -> Bool {
        value["select"] != nil && value["name"] != nil
    }

    /// A layer or plot that shows pictures from elsewhere.
    private static func isPicture(_ value: JSONValue) -> Bool {
        guard let mark = value["mark"] else { return false }
        return (mark.text ?? mark["type"]?.text) == "image"
    }
}
