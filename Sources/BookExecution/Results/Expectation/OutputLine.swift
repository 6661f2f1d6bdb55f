/// A line of an output or of what is expected of it.
struct OutputLine: Hashable {
    /// The line as it was shown, without blanks at its end.
    let text: String
    /// What counts of it: the text without what ignored patterns match, and without blanks at its end.
    let compared: String
    /// The places in `text` that were taken out, as offsets of characters, in order.
    let removed: [Range<Int>]

    init(_ text: String) {
        self.text = text
        compared = text
        removed = []
    }

    /// - Parameter removed: offsets of characters, in order, none of which overlap.
    init(_ text: String, removing removed: [Range<Int>]) {
        let characters = Array(text)
        var kept: [Character] = []
        var next = 0
        for range in removed {
            kept += characters[next..<range.lowerBound]
            next = range.upperBound
        }
        self.text = text
        self.removed = removed
        compared = Self.trimmed(String(kept + characters[next...]))
    }

    /// Whether ignored patterns left nothing of it: then it does not count as a line.
    var isIgnored: Bool { !removed.isEmpty && compared.allSatisfy(\.isWhitespace) }

    /// The place in `text` of the character at `offset` of `compared`.
    func offsetInText(_ offset: Int) -> Int {
        removed.reduce(offset) { $1.lowerBound <= $0 ? $0 + $1.count : $0 }
    }

    /// The lines of a text; blanks at the ends of lines, and blank lines at the end of the text, are left out.
    ///
    /// Bytes are split, since a carriage return with a line feed is one character to Swift.
    static func texts(of text: String) -> [String] {
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { trimmed(String(Substring($0))) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func trimmed(_ line: String) -> String {
        guard line.last?.isWhitespace == true else { return line }
        return String(line.reversed().drop { $0.isWhitespace }.reversed())
    }
}
