/// The first sentence of a comment at a declaration.
enum DocumentationSummary {
    private static let longest = 300

    /// - Parameter markup: the comment in the compiler's markup.
    static func text(of markup: String) -> String? {
        guard let start = markup.firstRange(of: "<Abstract>"),
            let end = markup[start.upperBound...].firstRange(of: "</Abstract>")
        else { return nil }
        var text = ""
        for piece in XMLPieces.of(markup[start.upperBound..<end.lowerBound]) {
            if case .text(let words) = piece { text += words }
            // Only the first paragraph.
            if case .end("Para") = piece { break }
        }
        text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let stop = text.firstRange(of: ". ") { text = String(text[..<stop.lowerBound]) }
        if text.hasSuffix(".") { text.removeLast() }
        return text.isEmpty || text.count > longest ? nil : text
    }
}

/// The pieces of a text in the compiler's markup, in order.
enum XMLPieces {
    case start(String)
    case end(String)
    case text(String)

    static func of(_ markup: some StringProtocol) -> [XMLPieces] {
        var pieces: [XMLPieces] = []
        var rest = Substring(markup)
        while !rest.isEmpty {
            let words = rest.prefix { $0 != "<" }
            if !words.isEmpty { pieces.append(.text(unescaped(words))) }
            rest = rest.dropFirst(words.count)
            guard let close = rest.firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: rest.startIndex)..<close]
            rest = rest[rest.index(after: close)...]
            let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" })
            if tag.hasPrefix("/") {
                pieces.append(.end(name))
            } else {
                pieces.append(.start(name))
                if tag.hasSuffix("/") { pieces.append(.end(name)) }
            }
        }
        return pieces
    }

    private static func unescaped(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&amp;", with: "&")
    }
}
