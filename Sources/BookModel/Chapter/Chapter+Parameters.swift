/// A constant that can be set from outside.
public struct Parameter: Hashable, Sendable {
    public let name: String
    /// The value that the chapter gives it, as it is written there; `nil` when that is not one literal.
    public let literal: String?
}

extension Chapter {
    /// The constants of the cells with the flag `parameters`, in order.
    public var parameters: [Parameter] {
        cells.filter { $0.flags.contains(.parameters) }.flatMap { cell in
            cell.code.split(separator: "\n").compactMap { Parameter(line: $0) }
        }
    }
}

extension Parameter {
    /// Reads a line that begins with `let` or `var`.
    fileprivate init?(line: Substring) {
        let words = line.split(whereSeparator: { " \t:=".contains($0) })
        guard words.count > 1, words[0] == "let" || words[0] == "var", line.first?.isWhitespace == false
        else { return nil }
        name = String(words[1])
        let value = line.split(separator: "=", maxSplits: 1).dropFirst().first ?? ""
        let text = String(Self.withoutComment(value).trimming(while: \.isWhitespace))
        literal = Self.isLiteral(text) ? text : nil
    }

    /// The text in front of a comment; a string that holds `//` is then no literal, and not offered.
    private static func withoutComment(_ text: Substring) -> Substring {
        text.firstRange(of: "//").map { text[..<$0.lowerBound] } ?? text
    }

    /// Whether `value` is one Swift literal: a number, a truth value, or a string without interpolation.
    public static func isLiteral(_ value: String) -> Bool {
        if value == "true" || value == "false" { return true }
        if value.count >= 2, value.first == "\"", value.last == "\"" {
            let inner = value.dropFirst().dropLast()
            return !inner.contains { "\"\\\n".contains($0) }
        }
        let digits = value.first == "-" ? value.dropFirst() : value[...]
        return digits.first?.isNumber == true && digits.last?.isLetter != true && digits.last != "."
            && Double(value.filter { $0 != "_" }) != nil
    }
}

extension Substring {
    fileprivate func trimming(while isLeft: (Character) -> Bool) -> Substring {
        var text = drop(while: isLeft)
        while let last = text.last, isLeft(last) { text.removeLast() }
        return text
    }
}
