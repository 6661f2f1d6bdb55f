/// `&lt;`, `&#60;` and `&#x3C;`.
package enum CharacterReference {
    /// The names that the markup of a program may use.
    private static let basicNames: [Substring: Unicode.Scalar] = [
        "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    ]

    /// The text with its references replaced by their characters, once; an unknown reference stays as it is.
    static func resolved(_ text: String) -> String { resolved(text, names: basicNames) }

    /// The same with other names.
    package static func resolved(_ text: String, names: [Substring: Unicode.Scalar]) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            let body = rest.dropFirst().prefix(9)
            if let end = body.firstIndex(of: ";"), let scalar = scalar(body[..<end], names) {
                result.unicodeScalars.append(scalar)
                rest = rest[rest.index(after: end)...]
            } else {
                result += "&"
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private static func scalar(_ body: Substring, _ names: [Substring: Unicode.Scalar]) -> Unicode.Scalar? {
        guard body.hasPrefix("#") else { return names[body] }
        let digits = body.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init)
    }
}
