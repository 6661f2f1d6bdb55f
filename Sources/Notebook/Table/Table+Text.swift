extension Table {
    /// The table as aligned text: title, header, a rule, rows.
    public var text: String {
        let columns = columns
        let widths = columns.map { ([$0.header] + $0.texts).map(\.displayWidth).max() ?? 0 }
        func line(_ texts: [String]) -> String {
            let padded = texts.indices.map { index in
                texts[index].padded(to: widths[index], atRight: !columns[index].isNumeric)
            }
            return padded.joined(separator: "  ").trimmedAtEnd
        }
        var lines = title.map { [$0] } ?? []
        lines.append(line(columns.map { $0.header.singleLine }))
        lines.append(String(repeating: "─", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1)))
        for row in 0..<min(rows.count, limit) {
            lines.append(line(columns.map { $0.texts[row] }))
        }
        return (lines + (more.map { [$0] } ?? [])).joined(separator: "\n")
    }
}

extension String {
    /// The columns that the text takes on a terminal: 2 for wide East Asian letters and emoji.
    var displayWidth: Int {
        reduce(0) { $0 + ($1.isWide ? 2 : $1.isInvisible ? 0 : 1) }
    }

    var singleLine: String {
        split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    fileprivate var trimmedAtEnd: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    fileprivate func padded(to width: Int, atRight: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - displayWidth))
        return atRight ? self + space : space + self
    }
}

extension Character {
    fileprivate var isWide: Bool {
        guard let first = unicodeScalars.first else { return false }
        if first.properties.isEmojiPresentation { return true }
        if unicodeScalars.contains("\u{FE0F}") { return true }
        return Self.wideRanges.contains { $0.contains(first.value) }
    }

    fileprivate var isInvisible: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: true
            default: false
            }
        }
    }

    /// Hangul, CJK, kana and full-width forms.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
    ]
}
