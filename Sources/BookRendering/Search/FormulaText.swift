/// A formula in TeX as a line of text that one can read and search: `\gamma \ge x_{i}` is `γ ≥ x_i`.
///
/// Not a renderer: what has no letter of its own (accents, brackets that grow, alignment) is left out.
package struct FormulaText {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var depth = 0
    private var text = ""

    /// Deeper groups are read as if they had no braces.
    private static let deepest = 60

    package static func text(of tex: String) -> String {
        var reader = FormulaText(tex)
        return reader.group(untilBrace: false).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private init(_ tex: String) { scalars = Array(tex.unicodeScalars) }

    /// The text up to the end, or to the brace that closes the group.
    private mutating func group(untilBrace: Bool) -> String {
        var text = ""
        while place < scalars.count {
            if scalars[place] == "}" {
                place += 1
                if untilBrace { break }
            } else {
                text += piece()
            }
        }
        return text
    }

    private mutating func piece() -> String {
        let scalar = scalars[place]
        place += 1
        switch scalar {
        case "\\": return command()
        case "{": return nested()
        case "&", "~": return " "
        case "_", "^": return String(scalar) + bracketed(argument())
        default: return String(scalar)
        }
    }

    private mutating func nested() -> String {
        guard depth < Self.deepest else { return "" }
        depth += 1
        defer { depth -= 1 }
        return group(untilBrace: true)
    }

    /// What a command or an index takes: a group, a command or one character.
    private mutating func argument() -> String {
        while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
        guard place < scalars.count, scalars[place] != "}", depth < Self.deepest else { return "" }
        depth += 1
        defer { depth -= 1 }
        return piece().trimmed
    }

    private func bracketed(_ text: String) -> String {
        text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            || text.unicodeScalars.count < 2 ? text : "(\(text))"
    }

    private mutating func command() -> String {
        guard place < scalars.count else { return "" }
        var name = ""
        while place < scalars.count, scalars[place].isASCII, scalars[place].properties.isAlphabetic {
            name.unicodeScalars.append(scalars[place])
            place += 1
        }
        guard !name.isEmpty else {
            let sign = scalars[place]
            place += 1
            return switch sign {
            case "{", "}", "%", "$", "#", "_": String(sign)
            case "|": "‖"
            default: " "
            }
        }
        return words(for: name)
    }

    private mutating func words(for name: String) -> String {
        switch name {
        case "frac", "dfrac", "tfrac":
            let (above, below) = (bracketed(argument()), bracketed(argument()))
            return "\(above)/\(below)"
        case "binom":
            let (above, below) = (argument(), argument())
            return "(\(above) over \(below))"
        case "sqrt": return "√" + bracketed(argument())
        case "begin", "end", "label", "tag", "color":
            _ = argument()
            return " "
        case "mathbb":
            let letters = argument()
            return FormulaSigns.doubled[letters] ?? letters
        case _ where FormulaSigns.silent.contains(name): return ""
        default:
            guard let sign = FormulaSigns.signs[name] else { return " \(name) " }
            return sign.isEmpty ? " " : sign
        }
    }
}

extension String {
    fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
