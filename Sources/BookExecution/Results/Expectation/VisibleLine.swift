/// A part of a line as a difference shows it: nothing in it is invisible, and it is not longer than people read.
struct VisibleLine {
    /// The most characters of a line that are shown.
    private static let most = 100
    /// How many of them stand in front of the first difference.
    private static let before = 30

    let text: String
    /// Below the text: `^~~~` under each marked place; empty when no place is marked.
    let mark: String

    /// - Parameters:
    ///   - first: the offset of the character that must be seen.
    ///   - marked: the offsets of characters that are marked.
    init(_ line: String, first: Int = 0, marked: [Range<Int>] = []) {
        let characters = Array(line)
        var window = 0..<characters.count
        if characters.count > Self.most {
            let start = min(max(0, first - Self.before), characters.count - Self.most)
            window = start..<(start + Self.most)
        }
        var text = window.lowerBound > 0 ? "…" : ""
        var mark = window.lowerBound > 0 ? " " : ""
        for offset in window {
            let shown = Self.visible(characters[offset])
            let width = TerminalWidth.of(shown)
            text += shown
            if let range = marked.first(where: { $0.contains(offset) }) {
                let isFirst = offset == range.lowerBound && width > 0
                mark += isFirst ? "^" : ""
                mark += String(repeating: "~", count: max(0, width - (isFirst ? 1 : 0)))
            } else {
                mark += String(repeating: " ", count: width)
            }
        }
        self.text = window.upperBound < characters.count ? text + "…" : text
        self.mark = mark.contains("^") ? String(mark.reversed().drop { $0 == " " }.reversed()) : ""
    }

    /// Control characters as their pictures, others that one does not see or that look like a blank by number.
    private static func visible(_ character: Character) -> String {
        if character.isASCII, let scalar = character.unicodeScalars.first, scalar.value >= 0x20,
            scalar.value != 0x7F, character.unicodeScalars.count == 1
        {
            return String(character)
        }
        return character.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0..<0x20: return String(UnicodeScalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: return "\u{2421}"
            // It joins emoji.
            case 0x200D: return String(scalar)
            default: break
            }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator:
                return scalar == " "
                    ? " " : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: return String(scalar)
            }
        }.joined()
    }
}
