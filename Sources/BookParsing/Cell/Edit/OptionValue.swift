/// Where the value of an option stands in the bytes of a file.
struct OptionValue {
    /// The bytes of the value; of a block scalar, its `|` or `>` with what belongs to it.
    let head: Range<Int>
    /// The line, among those of the options, on which `head` ends.
    let line: Int
    /// The lines of a block scalar, but for blank ones at its end; `nil` for other values.
    let block: Range<Int>?
    /// The blanks in front of the key.
    let indent: Int

    /// - Parameters:
    ///   - key: the name of the option.
    ///   - first: the line of the key among `lines`.
    ///   - offset: where the key starts.
    /// - Returns: `nil` where it is spelled in a way that is rare: in braces, with a tag or an anchor, with a key in
    ///   quotes.
    init?(of key: String, line first: Int, at offset: Int, in lines: [OptionLine], file: [UInt8]) {
        var scan = ValueScan(file: file, lines: lines, line: first, offset: offset)
        indent = offset - lines[first].yaml.lowerBound
        guard indent >= 0, file[lines[first].yaml.lowerBound..<offset].allSatisfy(\.isBlank),
            scan.skip(key), scan.skipBlanks(), scan.skip(":"), scan.findStart(indentedOver: indent),
            let start = scan.byte
        else { return nil }
        let begin = scan.offset
        switch start {
        case UInt8(ascii: "\""):
            guard scan.skipQuoted(by: start, escapes: true) else { return nil }
        case UInt8(ascii: "'"):
            guard scan.skipQuoted(by: start, escapes: false) else { return nil }
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            while let byte = scan.byte, !byte.isBlank { scan.offset += 1 }
            head = begin..<scan.offset
            line = scan.line
            block = scan.indentedLines(over: indent)
            return
        case UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "["), .openBrace:
            return nil
        default:
            scan.skipPlain(indentedOver: indent)
        }
        head = begin..<scan.offset
        line = scan.line
        block = nil
    }
}

/// Walks over the YAML of option lines.
private struct ValueScan {
    let file: [UInt8]
    let lines: [OptionLine]
    var line: Int
    var offset: Int

    private var end: Int { lines[line].yaml.upperBound }
    /// `nil` at the end of a line.
    var byte: UInt8? { offset < end ? file[offset] : nil }

    mutating func skip(_ word: String) -> Bool {
        guard file[offset..<end].starts(with: word.utf8) else { return false }
        offset += word.utf8.count
        return true
    }

    mutating func skipBlanks() -> Bool {
        while byte?.isBlank == true { offset += 1 }
        return true
    }

    /// Goes to the first byte of a value behind a colon, on this line or on a later one.
    mutating func findStart(indentedOver indent: Int) -> Bool {
        while true {
            _ = skipBlanks()
            if let byte, byte != .hash { return true }
            guard let next = nextIndentedLine(after: line, over: indent) else { return false }
            (line, offset) = (next, lines[next].yaml.lowerBound)
        }
    }

    mutating func skipQuoted(by quote: UInt8, escapes: Bool) -> Bool {
        offset += 1
        while true {
            guard let byte else {
                guard line + 1 < lines.count else { return false }
                line += 1
                offset = lines[line].yaml.lowerBound
                continue
            }
            offset += 1
            if escapes, byte == .backslash {
                offset = min(offset + 1, end)
            } else if byte == quote {
                // Two single quotes are one that belongs to the text.
                guard !escapes, self.byte == quote else { return true }
                offset += 1
            }
        }
    }

    /// A value without quotes, which may go on on lines that are indented.
    mutating func skipPlain(indentedOver indent: Int) {
        while true {
            let text = plainText(from: offset)
            offset = text.upperBound
            let isEndedByComment = text.upperBound < end && file[text.upperBound..<end].contains(.hash)
            guard !isEndedByComment, let next = nextIndentedLine(after: line, over: indent),
                let start = firstByte(of: next), file[start] != .hash
            else { return }
            (line, offset) = (next, start)
        }
    }

    /// From an offset up to a comment or the last byte that is not blank.
    private func plainText(from start: Int) -> Range<Int> {
        var stop = end
        for index in start..<end where file[index] == .hash && index > start && file[index - 1].isBlank {
            stop = index
            break
        }
        while stop > start, file[stop - 1].isBlank { stop -= 1 }
        return start..<stop
    }

    /// The lines below this one that belong to a block scalar.
    func indentedLines(over indent: Int) -> Range<Int> {
        var last = line
        while let next = nextIndentedLine(after: last, over: indent) { last = next }
        return (line + 1)..<(last + 1)
    }

    /// The next line that is not blank, when it is indented by more.
    private func nextIndentedLine(after line: Int, over indent: Int) -> Int? {
        for next in lines.indices.dropFirst(line + 1) {
            guard let start = firstByte(of: next) else { continue }
            return start - lines[next].yaml.lowerBound > indent ? next : nil
        }
        return nil
    }

    /// The first byte of a line that is not blank.
    private func firstByte(of line: Int) -> Int? {
        file[lines[line].yaml].firstIndex { !$0.isBlank }
    }
}
