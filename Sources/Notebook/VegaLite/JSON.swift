/// A JSON value that is written the same way every time: keys sorted, numbers shortest, no spaces.
indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    var text: String {
        var output = ""
        write(to: &output)
        return output
    }

    private func write(to output: inout String) {
        switch self {
        case .null: output += "null"
        case .bool(let value): output += value ? "true" : "false"
        case .number(let value): output += Self.text(of: value)
        case .string(let value): Self.write(value, to: &output)
        case .array(let values):
            output += "["
            for (index, value) in values.enumerated() {
                if index > 0 { output += "," }
                value.write(to: &output)
            }
            output += "]"
        case .object(let members):
            output += "{"
            for (index, (key, value)) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { output += "," }
                Self.write(key, to: &output)
                output += ":"
                value.write(to: &output)
            }
            output += "}"
        }
    }

    /// The shortest text that reads back as the same number; JSON has no word for what is not finite.
    private static func text(of value: Double) -> String {
        guard value.isFinite else { return "null" }
        let text = String(describing: value == 0 ? 0 : value)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// `<`, `>` and `&` are escaped too, so that no text ends a script element that the page puts it in.
    private static func write(_ string: String, to output: inout String) {
        output += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral values: JSON...) { self = .array(values) }
    init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Dictionary(members) { _, last in last })
    }

    init(_ value: Int) { self = .number(Double(value)) }
    init(_ position: Position) {
        switch position {
        case .number(let value): self = .number(value)
        case .category(let name): self = .string(name)
        }
    }
    init(_ range: ClosedRange<Double>) { self = [.number(range.lowerBound), .number(range.upperBound)] }

    /// An object; the members that are `nil` are left out.
    static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        JSON.object([:]).adding(members)
    }

    /// The object with more members; those that are `nil` are left out.
    func adding(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        guard case .object(var object) = self else { return self }
        for (key, value) in members {
            if let value { object[key] = value }
        }
        return .object(object)
    }
}
