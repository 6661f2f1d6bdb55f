/// A value of JSON, written as Jupyter writes notebooks: keys sorted, one blank of indentation a level, so that
/// opening and saving a notebook there changes no byte of it.
indirect enum JSONText {
    case null
    case boolean(Bool)
    case integer(Int)
    case string(String)
    case array([JSONText])
    case object([String: JSONText])
    /// Text that is known to be JSON.
    case raw(String)

    var text: String { text(indentation: "") + "\n" }

    private func text(indentation: String) -> String {
        let inner = indentation + " "
        switch self {
        case .null: return "null"
        case .boolean(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .string(let value): return Self.quoted(value)
        case .raw(let json): return json
        case .array(let values):
            if values.isEmpty { return "[]" }
            let lines = values.map { inner + $0.text(indentation: inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indentation)]"
        case .object(let values):
            if values.isEmpty { return "{}" }
            let lines = values.sorted { $0.key < $1.key }.map {
                "\(inner)\(Self.quoted($0.key)): \($0.value.text(indentation: inner))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Text as notebooks hold it: a list of its lines, each with its line end.
    static func lines(_ text: String) -> JSONText {
        var lines: [JSONText] = []
        var rest = Substring(text)
        while let end = rest.firstIndex(of: "\n") {
            lines.append(.string(String(rest[...end])))
            rest = rest[rest.index(after: end)...]
        }
        if !rest.isEmpty { lines.append(.string(String(rest))) }
        return .array(lines)
    }
}
