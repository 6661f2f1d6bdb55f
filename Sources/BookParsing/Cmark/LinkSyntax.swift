/// The parts of links in source text: where they end.
///
/// libcmark says which links there are, but not where their destinations and titles stand, and it drops
/// definitions of links; these functions find both in the source, by the grammar of CommonMark 0.30, sections
/// 4.7 and 6.3.
enum LinkSyntax {
    /// The end of `(destination "title")` that starts at `start`.
    static func inlineTail(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return nil }
        var index = skipBlanks(bytes, start + 1)
        if index < bytes.count, bytes[index] == UInt8(ascii: ")") { return index + 1 }
        guard let destination = destination(bytes, index) else { return nil }
        index = skipBlanks(bytes, destination)
        if index > destination, let title = title(bytes, index) { index = skipBlanks(bytes, title) }
        return index < bytes.count && bytes[index] == UInt8(ascii: ")") ? index + 1 : nil
    }

    /// The end of `[label]` that starts at `start`; the label may be empty.
    static func label(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start < bytes.count, bytes[start] == .openBracket else { return nil }
        var index = start + 1
        while index < bytes.count, index - start <= 1000 {
            switch bytes[index] {
            case .closeBracket: return index + 1
            case .openBracket: return nil
            case .backslash where index + 1 < bytes.count && bytes[index + 1].isPunctuation: index += 2
            default: index += 1
            }
        }
        return nil
    }

    /// The end of the definition `[label]: destination "title"` that starts at `start`, with its line feed.
    static func definition(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard let label = label(bytes, start), label < bytes.count, bytes[label] == .colon,
            bytes[start + 1..<label - 1].contains(where: { !$0.isBlankOrLineFeed })
        else { return nil }
        let destinationStart = skipBlanks(bytes, label + 1)
        guard destinationStart < bytes.count, let destination = destination(bytes, destinationStart) else {
            return nil
        }
        let titleStart = skipBlanks(bytes, destination)
        if titleStart > destination, let title = title(bytes, titleStart), let end = lineEnd(bytes, title) {
            return end
        }
        return lineEnd(bytes, destination)
    }

    /// The end of an autolink `<https://example.org>` that starts at `start`.
    static func autolink(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start + 1
        while index < bytes.count, index - start <= 33,
            bytes[index].isLetter || bytes[index].isDigit || [0x2B, 0x2D, 0x2E].contains(bytes[index])
        {
            index += 1
        }
        guard index - start > 2, index < bytes.count, bytes[index] == .colon else { return nil }
        while index < bytes.count, bytes[index] > 0x20, bytes[index] != .lessThan {
            if bytes[index] == .greaterThan { return index + 1 }
            index += 1
        }
        return nil
    }

    /// The offset after blanks and at most one line feed.
    private static func skipBlanks(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        var hasLineFeed = false
        while index < bytes.count, bytes[index].isBlank || (bytes[index] == .lineFeed && !hasLineFeed) {
            hasLineFeed = hasLineFeed || bytes[index] == .lineFeed
            index += 1
        }
        return index
    }

    /// The offset after the line feed that follows blanks, or the end of the text.
    private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        while index < bytes.count, bytes[index].isBlank { index += 1 }
        if index == bytes.count { return index }
        return bytes[index] == .lineFeed ? index + 1 : nil
    }

    private static func destination(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        return bytes[start] == .lessThan ? bracketed(bytes, start) : bare(bytes, start)
    }

    /// The end of `<destination>`.
    private static func bracketed(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start + 1
        while index < bytes.count {
            switch bytes[index] {
            case .greaterThan: return index + 1
            case .lineFeed, .lessThan: return nil
            case .backslash where index + 1 < bytes.count && bytes[index + 1].isPunctuation: index += 2
            default: index += 1
            }
        }
        return nil
    }

    /// The end of a destination without space and with balanced parentheses, at most 32 deep as in libcmark.
    private static func bare(_ bytes: [UInt8], _ start: Int) -> Int? {
        var index = start
        var depth = 0
        scan: while index < bytes.count, !bytes[index].isSpace {
            switch bytes[index] {
            case .backslash where index + 1 < bytes.count && bytes[index + 1].isPunctuation: index += 1
            case UInt8(ascii: "("):
                depth += 1
                if depth > 32 { return nil }
            case UInt8(ascii: ")"):
                if depth == 0 { break scan }
                depth -= 1
            default: break
            }
            index += 1
        }
        return index > start && depth == 0 ? index : nil
    }

    /// The end of `"title"`, `'title'` or `(title)`; where nothing else closes it, an escaped mark does, as
    /// in libcmark.
    private static func title(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let open = bytes[start]
        guard [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "(")].contains(open) else { return nil }
        let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open
        var index = start + 1
        var escapedEnd: Int?
        while index < bytes.count {
            switch bytes[index] {
            case close: return index + 1
            case open: return escapedEnd
            case .backslash where index + 1 < bytes.count && bytes[index + 1].isPunctuation:
                if bytes[index + 1] == close { escapedEnd = index + 2 }
                index += 2
            default: index += 1
            }
        }
        return escapedEnd
    }
}
