extension Diagnostic {
    /// The diagnostic as the terminal shows it: place, message, the line of the file, a marker, notes and
    /// repairs.
    ///
    ///     Chapters/08-clwe.md:41:10: error: unknown cell flag 'hiden' [unknown-flag]
    ///     ```swift hiden
    ///              ^~~~~
    ///     help: did you mean 'hidden'?
    ///
    /// - Parameter source: the file of the diagnostic, whose line is quoted; `nil` leaves the excerpt out.
    public func text(quoting source: SourceFile?) -> String {
        ([heading(quoting: source)] + [difference?.text].compactMap { $0 } + repairTexts).joined(
            separator: "\n")
    }

    /// The text in front of the difference: place, message, excerpt and notes.
    public func heading(quoting source: SourceFile?) -> String {
        var lines = [place + "\(severity.rawValue): \(Self.printable(message)) [\(identifier)]"]
        if let range, let source, let excerpt = Self.excerpt(of: range, in: source) {
            lines += excerpt
        }
        for note in notes {
            let place = Self.place(file: note.file, position: note.range?.start)
            lines.append("\(place)note: \(Self.printable(note.message))")
            if let range = note.range, let source, note.file == source.path,
                let excerpt = Self.excerpt(of: range, in: source)
            {
                lines += excerpt
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The text behind the difference: one line for each repair.
    public var repairTexts: [String] { repairs.map { "help: \(Self.printable($0))" } }

    private var place: String { Self.place(file: file, position: range?.start) }

    private static func place(file: String?, position: SourcePosition?) -> String {
        switch (file, position) {
        case (let file?, let position?): "\(file):\(position): "
        case (let file?, nil): "\(file): "
        case (nil, _): ""
        }
    }

    /// The quoted line and, below it, the marker `^~~~`; a long line is cut around the place. A blank line is
    /// not quoted.
    private static func excerpt(of range: SourceRange, in source: SourceFile) -> [String]? {
        guard let line = source.line(range.start.line), line.contains(where: { !$0.isWhitespace }) else {
            return nil
        }
        let bytes = Array(line.utf8)
        var start = min(range.start.column - 1, bytes.count)
        guard start >= 0 else { return nil }
        var end = range.end.line == range.start.line ? min(range.end.column, bytes.count) : bytes.count
        // A range counts bytes: what is quoted are whole characters.
        while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let before = String(decoding: bytes[..<start], as: UTF8.self)
        let marked = String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
        let shown = before.count > 120 ? "…" + before.suffix(60) : Substring(before)
        let rest = String(decoding: bytes[max(start, end)...], as: UTF8.self)
        let quoted = printable(shown + marked + rest.prefix(max(0, 120 - shown.count - marked.count)))
        let indent = String(shown.map { $0 == "\t" ? "\t" : " " })
        let marker = "^" + String(repeating: "~", count: max(0, min(marked.count, 120) - 1))
        return [quoted, indent + marker]
    }

    /// The text with control characters replaced, so that what a chapter says cannot drive a terminal.
    private static func printable(_ text: some StringProtocol) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isControl =
                        (scalar.value < 0x20 && scalar != "\t" && scalar != "\n")
                        || (0x7F...0x9F).contains(scalar.value)
                    return isControl ? "\u{FFFD}" : scalar
                }))
    }
}
