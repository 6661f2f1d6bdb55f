import BookModel

/// The results of a cell in the terminal.
public enum TerminalResults {
    /// What a cell showed, under its name; control characters are made visible, so that output cannot drive the
    /// terminal.
    public static func text(of result: CellResult, in chapter: Chapter) -> String {
        let line = chapter.cells.first { $0.id == result.id }?.codeLine ?? 0
        var lines = ["── \(result.id)  \(chapter.file):\(line)  \(state(of: result))"]
        let shown = visible(result.plainText)
        if !shown.isEmpty { lines.append(shown) }
        if let failure = result.requiredFailure { lines.append(visible(failure)) }
        return lines.joined(separator: "\n")
    }

    private static func state(of result: CellResult) -> String {
        switch result.status {
        case .ran: "ran in \(Progress.seconds(.seconds(result.seconds))) s"
        case .cached: "from the store: \(result.reason)"
        case .failed: "failed"
        case .skipped: "did not run: \(result.reason)"
        }
    }

    /// The text with each control character but line feed and tab shown as its picture.
    static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x09, 0x0A: scalar
                    case 0..<0x20: UnicodeScalar(0x2400 + scalar.value) ?? "\u{FFFD}"
                    case 0x7F...0x9F: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
