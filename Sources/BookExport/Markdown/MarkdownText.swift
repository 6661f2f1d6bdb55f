import Foundation

/// Text as Markdown that reads as that text: no character of it is markup.
package enum MarkdownText {
    /// The text within a line; every stretch of blanks and line ends becomes one blank.
    package static func escaped(_ text: String) -> String {
        var result = ""
        var previous: Character?
        for character in collapsed(text) {
            if needsBackslash(character, after: previous) { result.append("\\") }
            result.append(character)
            previous = character
        }
        return escapingReferences(result)
    }

    private static func needsBackslash(_ character: Character, after previous: Character?) -> Bool {
        switch character {
        case "\\", "`", "*", "[", "]", "<", "$", "~", "|": true
        // Within a word it is only itself.
        case "_": !(previous?.isLetter == true || previous?.isNumber == true)
        default: false
        }
    }

    private static func collapsed(_ text: String) -> String {
        var result = ""
        var isAfterBlank = false
        for character in text {
            let isBlank =
                character == " " || character == "\u{A0}" || character.isNewline || character == "\t"
            if !isBlank {
                result.append(character)
            } else if !isAfterBlank {
                result.append(" ")
            }
            isAfterBlank = isBlank
        }
        return result
    }

    /// `&lt;` in the text stays `&lt;`.
    private static func escapingReferences(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing(/&(?=#?[A-Za-z0-9]{1,31};)/, with: "\\&")
    }

    /// The lines of a paragraph, none of which begins a list, a heading, a quote or a rule.
    package static func paragraph(_ text: String) -> String {
        text.split(separator: "\n").map { line in
            let line = line.drop { $0 == " " }
            if let first = line.first, "#>".contains(first) { return "\\" + line }
            if let first = line.first, "-+=".contains(first) {
                let next = line.dropFirst().first
                return next == nil || next == " " || next == first ? "\\" + line : String(line)
            }
            let digits = line.prefix { $0.isASCII && $0.isNumber }
            let rest = line.dropFirst(digits.count)
            if !digits.isEmpty, digits.count < 10, let mark = rest.first, ".)".contains(mark),
                rest.dropFirst().first.map({ $0 == " " }) ?? true
            {
                return digits + "\\" + rest
            }
            return String(line)
        }.joined(separator: "\n")
    }

    /// Code within a line.
    package static func code(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard !line.isEmpty else { return "" }
        let ticks = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
        let needsBlank = line.hasPrefix("`") || line.hasSuffix("`")
        return needsBlank ? "\(ticks) \(line) \(ticks)" : ticks + line + ticks
    }

    /// A fence around text.
    package static func fence(_ text: String, language: String) -> String {
        let marks = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
        let end = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
        let name = language.prefix { $0.isLetter || $0.isNumber || "+-#._".contains($0) }
        return "\(marks)\(name)\n\(text)\(end)\(marks)"
    }

    static func longestRun(of wanted: Character, in text: String) -> Int {
        var longest = 0
        var run = 0
        for character in text {
            run = character == wanted ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// An address within the brackets of a link.
    static func address(_ address: String) -> String {
        address.unicodeScalars.map { scalar in
            switch scalar {
            case "(": "%28"
            case ")": "%29"
            case " ": "%20"
            case "<": "%3C"
            case ">": "%3E"
            case "\\": "%5C"
            default: String(scalar)
            }
        }.joined()
    }
}

extension MarkdownText {
    /// The name of a file as an address.
    static func percentEncoded(_ name: String) -> String {
        let plain = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-._~"))
        return name.addingPercentEncoding(withAllowedCharacters: plain) ?? name
    }
}
