import BookModel

/// Reads the grammar of a BibTeX file: entries, `@string`, `@preamble`, `@comment`, and comments between them.
///
/// A line that starts with `%`, and everything else that stands between entries, is a comment. After a mistake
/// reading goes on at the next line that starts with `@`.
struct BibTeXReader {
    let text: SourceText
    let findings: Findings
    private(set) var entries: [BibTeXEntry] = []
    /// What `@string` defines, by names in lower case.
    private(set) var strings: [String: Passage] = [:]
    /// The offset of what is read next.
    var offset = 0

    /// A mistake, said already.
    struct Fault: Error {}

    init(_ text: SourceText, findings: Findings) {
        self.text = text
        self.findings = findings
    }

    var bytes: [UInt8] { text.bytes }
    var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func read() -> [BibTeXEntry] {
        while findEntry() {
            do throws(Fault) {
                try readEntry()
            } catch {
                skipToNextEntry()
            }
        }
        return entries
    }

    /// Moves over comments to the next `@`.
    private mutating func findEntry() -> Bool {
        while let byte, byte != .at {
            if byte == .percent { skipLine() } else { offset += 1 }
        }
        return byte != nil
    }

    private mutating func skipLine() {
        while let byte, byte != .lineFeed { offset += 1 }
    }

    private mutating func skipToNextEntry() {
        while byte != nil {
            skipLine()
            offset += 1
            if startsEntry(at: offset) { return }
        }
    }

    /// Whether a line starts here with `@kind{`, which no value holds but one that somebody forgot to close.
    func startsEntry(at offset: Int) -> Bool {
        guard offset < bytes.count, bytes[offset] == .at, offset == 0 || bytes[offset - 1] == .lineFeed else {
            return false
        }
        let rest = bytes[(offset + 1)...].drop(while: \.isLetter).drop(while: \.isBlank)
        return rest.startIndex > offset + 1 && (rest.first == .openBrace || rest.first == .openParenthesis)
    }

    // MARK: - Entries

    private mutating func readEntry() throws(Fault) {
        offset += 1
        let kindOffsets = word { $0.isLetter }
        let kind = string(kindOffsets).lowercased()
        guard !kind.isEmpty else { throw expected("the kind of an entry, such as '@article'") }
        skipBlanks()
        if kind == "comment" { return try skipComment() }
        let opening = offset
        guard byte == .openBrace || byte == .openParenthesis else {
            throw expected("'{' behind '@\(kind)'")
        }
        let close: UInt8 = byte == .openBrace ? .closeBrace : .closeParenthesis
        offset += 1
        skipBlanks()
        switch kind {
        case "string": try readString()
        case "preamble": _ = try value(of: "preamble")
        default: return try readFields(kind, kindOffsets, opening: opening, close: close)
        }
        skipBlanks()
        guard byte == close else { throw expected("'\(character(close))' at the end of '@\(kind)'") }
        offset += 1
    }

    /// `@comment` takes what stands in its braces, or else the rest of its line.
    private mutating func skipComment() throws(Fault) {
        guard byte == .openBrace else { return skipLine() }
        _ = try braced(of: "@comment")
    }

    private mutating func readString() throws(Fault) {
        let name = word { $0.isBibTeXNameByte }
        guard !name.isEmpty else { throw expected("the name of a string") }
        try takeEqualsSign(behind: string(name))
        strings[string(name).lowercased()] = try value(of: string(name))
    }

    private mutating func readFields(
        _ kind: String, _ kindOffsets: Range<Int>, opening: Int, close: UInt8
    ) throws(Fault) {
        let keyOffsets = word {
            $0 > 0x20 && $0 != .comma && $0 != close && $0 != .openBrace && $0 != .equals
        }
        skipBlanks()
        guard !keyOffsets.isEmpty, byte != .equals else {
            offset = keyOffsets.lowerBound
            throw expected("the key of the entry and ',' behind it")
        }
        var entry = BibTeXEntry(
            kind: kind, kindOffsets: kindOffsets, key: string(keyOffsets), keyOffsets: keyOffsets)
        guard byte == .comma || byte == close else { throw expected("',' behind the key '\(entry.key)'") }
        while byte == .comma {
            offset += 1
            skipBlanks()
            if byte == close { break }
            try readField(of: &entry, close: close)
        }
        guard byte == close else {
            sayUnclosed(entry, opening: opening)
            throw Fault()
        }
        offset += 1
        entries.append(entry)
    }

    /// Where a value holds a line like `year = …`, its brace is the one that was not closed: the entry's own
    /// closed it.
    private func sayUnclosed(_ entry: BibTeXEntry, opening: Int) {
        let field = entry.fields.first { field in
            field.value.string.firstMatch(of: /\n\s*[A-Za-z]+\s*=\s*[{"0-9]/) != nil
        }
        guard let field, let start = field.value.stretches.first?.fileOffset else {
            return findings.add(.unclosedEntry(entry.key, at: text.range(opening..<opening + 1)))
        }
        findings.add(
            .unclosedValue(
                "the value of '\(field.name)'", closing: bytes[start - 1] == .quote ? "\"" : "}",
                at: text.range(start - 1..<start)))
    }

    private mutating func readField(of entry: inout BibTeXEntry, close: UInt8) throws(Fault) {
        guard byte != nil, !startsEntry(at: offset) else { return }
        let nameOffsets = word { $0.isBibTeXNameByte }
        let name = string(nameOffsets).lowercased()
        guard !name.isEmpty else { throw expected("the name of a field, or '\(character(close))'") }
        try takeEqualsSign(behind: name)
        let value = try value(of: name)
        let end = offset
        if let first = entry.field(name) {
            findings.add(
                .duplicateField(
                    name, of: entry.key, at: text.range(nameOffsets), first: text.range(first.nameOffsets)))
        } else {
            entry.fields.append(BibTeXEntry.Field(name: name, nameOffsets: nameOffsets, value: value))
        }
        skipBlanks()
        guard let byte, !startsEntry(at: offset) else { return }
        if byte.isBibTeXNameByte {
            findings.add(.missingComma(behind: name, at: text.range(end - 1..<end)))
            throw Fault()
        }
        guard byte == .comma || byte == close else {
            throw expected("',' or '\(character(close))' behind the value of '\(name)'")
        }
    }

    private mutating func takeEqualsSign(behind name: String) throws(Fault) {
        skipBlanks()
        guard byte == .equals else { throw expected("'=' behind '\(name)'") }
        offset += 1
        skipBlanks()
    }

    // MARK: - Words

    mutating func skipBlanks() {
        while byte?.isBlankOrLineFeed == true { offset += 1 }
    }

    /// The offsets of the bytes from here that all pass, which may be none.
    mutating func word(_ isPart: (UInt8) -> Bool) -> Range<Int> {
        let start = offset
        while let byte, isPart(byte) { offset += 1 }
        return start..<offset
    }

    func string(_ offsets: Range<Int>) -> String { text.string(offsets) }

    func character(_ byte: UInt8) -> Character { Character(UnicodeScalar(byte)) }

    /// Says what should have stood here.
    func expected(_ what: String) -> Fault {
        let end = min(offset, bytes.count)
        let rest = bytes[end...].prefix { !$0.isBlankOrLineFeed }
        let found = String(decoding: rest, as: UTF8.self).first.map { "'\($0)'" }
        let isAtEnd = offset >= bytes.count
        findings.add(
            .bibTeXSyntax(
                what, found: isAtEnd ? "the end of the file" : found ?? "the end of the line",
                at: text.range(end..<end + 1)))
        return Fault()
    }
}

extension UInt8 {
    static let at = UInt8(ascii: "@")
    static let percent = UInt8(ascii: "%")
    static let comma = UInt8(ascii: ",")
    static let equals = UInt8(ascii: "=")
    static let quote = UInt8(ascii: "\"")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")

    /// A byte that names of fields and strings may hold.
    var isBibTeXNameByte: Bool { isNameByte || self == .colon }

    /// A byte that a citation may hold in its key: `DBLP:conf/focs/GoldwasserKVZ22`.
    var isCitationKeyByte: Bool {
        isNameByte || self == .colon || self == UInt8(ascii: "/") || self == UInt8(ascii: "+")
    }
}
