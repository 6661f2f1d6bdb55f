/// How many columns of a terminal characters take, as `Notebook` counts them when it aligns a table.
enum TerminalWidth {
    static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// One element for each column: the character that stands there, or `nil` where a wide one goes on.
    static func cells(of text: String) -> [Character?] {
        text.flatMap { character -> [Character?] in
            switch width(of: character) {
            case 0: []
            case 1: [character]
            default: [character, nil]
            }
        }
    }

    private static func width(of character: Character) -> Int {
        guard !character.isASCII, let first = character.unicodeScalars.first else {
            return character == "\t" || character >= " " ? 1 : 0
        }
        if first.properties.isEmojiPresentation || character.unicodeScalars.contains("\u{FE0F}") { return 2 }
        if wideRanges.contains(where: { $0.contains(first.value) }) { return 2 }
        let isInvisible = character.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: true
            default: false
            }
        }
        return isInvisible ? 0 : 1
    }

    /// Hangul, CJK, kana and full-width forms.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
    ]
}
