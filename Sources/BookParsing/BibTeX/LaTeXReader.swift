import BookModel
import Foundation

/// Reads the LaTeX of a title or a name to inlines: accents and symbols as characters, emphasis, formulas.
struct LaTeXReader {
    private let passage: Passage
    private let text: SourceText
    private let findings: Findings
    private let depth: Int
    private var index = 0
    private var inlines: [Inline] = []
    private var pending = ""

    /// Commands in the arguments of others nested deeper than this are read as their text.
    private static let deepest = 20

    init(_ passage: Passage, text: SourceText, findings: Findings, depth: Int = 0) {
        self.passage = passage
        self.text = text
        self.findings = findings
        self.depth = depth
    }

    /// The inlines, blanks at both ends left out.
    static func inlines(_ passage: Passage, text: SourceText, findings: Findings) -> [Inline] {
        var reader = LaTeXReader(passage.trimmed(), text: text, findings: findings)
        return reader.read()
    }

    /// The characters alone.
    static func string(_ passage: Passage, text: SourceText, findings: Findings) -> String {
        Inline.plainText(inlines(passage, text: text, findings: findings))
    }

    private var bytes: [UInt8] { passage.bytes }
    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func read() -> [Inline] {
        while let byte {
            switch byte {
            case .backslash: readCommand()
            case .dollar: readFormula(closing: [.dollar], from: index + 1)
            case .openBrace: readGroup()
            case .closeBrace: index += 1
            case UInt8(ascii: "~"): add("\u{A0}", length: 1)
            case let byte where byte.isBlankOrLineFeed:
                add(pending.last?.isWhitespace == true ? "" : " ", length: 1)
            default: readText()
            }
        }
        flush()
        return inlines
    }

    private mutating func add(_ characters: String, length: Int) {
        pending += characters
        index += length
    }

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        inlines.append(
            Inline(
                range: passage.range(0..<bytes.count, in: text),
                content: .text(pending.precomposedStringWithCanonicalMapping)))
        pending = ""
    }

    /// Characters that are no LaTeX, and the ligatures that LaTeX makes of them.
    private mutating func readText() {
        let rest = bytes[index...]
        if let ligature = Self.ligatures.first(where: { rest.starts(with: $0.written.utf8) }) {
            return add(ligature.shown, length: ligature.written.utf8.count)
        }
        let plain = rest.dropFirst().prefix { !Self.special.contains($0) && !$0.isBlankOrLineFeed }
        let end = rest.startIndex + 1 + plain.count
        add(String(decoding: bytes[index..<end], as: UTF8.self), length: end - index)
    }

    private static let special = Set(Array("\\{}$~-`'?!".utf8))
    private static let ligatures: [(written: String, shown: String)] = [
        ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("?`", "¿"), ("!`", "¡"),
    ]

    // MARK: - Groups and formulas

    /// Braces show nothing; `{\em …}` and `{\it …}` hold for their group.
    private mutating func readGroup() {
        let group = argument()
        for switching in ["\\em", "\\it"] where bytes[group].starts(with: switching.utf8) {
            let start = group.lowerBound + switching.utf8.count
            guard start < group.upperBound, !bytes[start].isLetter else { continue }
            emphasize(start..<group.upperBound)
            index = group.upperBound + 1
            return
        }
        index = group.lowerBound
    }

    private mutating func emphasize(_ offsets: Range<Int>) {
        let inner = nested(offsets)
        flush()
        inlines.append(Inline(range: passage.range(offsets, in: text), content: .emphasis(inner)))
    }

    private mutating func readFormula(closing: [UInt8], from start: Int) {
        var end = start
        while end < bytes.count, !bytes[end...].starts(with: closing) {
            end += bytes[end] == .backslash && end + 1 < bytes.count && closing.count == 1 ? 2 : 1
        }
        guard end < bytes.count else {
            findings.add(.unclosedFormula(at: passage.range(index..<start, in: text)))
            index = start
            return
        }
        addFormula(start..<end)
        index = end + closing.count
    }

    private mutating func addFormula(_ offsets: Range<Int>) {
        flush()
        let tex = String(decoding: bytes[offsets], as: UTF8.self)
        inlines.append(Inline(range: passage.range(offsets, in: text), content: .math(tex)))
    }

    /// The inlines of a part, read by itself.
    private func nested(_ offsets: Range<Int>) -> [Inline] {
        let part = passage[passage.trimmed(offsets)]
        guard depth < Self.deepest else {
            return [Inline(range: passage.range(offsets, in: text), content: .text(part.string))]
        }
        var reader = LaTeXReader(part, text: text, findings: findings, depth: depth + 1)
        return reader.read()
    }

    // MARK: - Commands

    private mutating func readCommand() {
        let start = index
        index += 1
        guard let first = byte else {
            pending += "\\"
            return
        }
        guard first.isLetter else {
            index += 1
            if first == UInt8(ascii: "(") { return readFormula(closing: Array("\\)".utf8), from: index) }
            let name = Character(UnicodeScalar(first))
            if let mark = LaTeXCommands.accents[String(name)] { return accent(mark) }
            pending += LaTeXCommands.punctuation[name] ?? String(name)
            return
        }
        let name = String(decoding: bytes[index...].prefix(while: \.isLetter), as: UTF8.self)
        index += name.utf8.count
        // A control word takes the blanks behind it.
        while byte?.isBlankOrLineFeed == true { index += 1 }
        run(name, at: start..<start + 1 + name.utf8.count)
    }

    private mutating func run(_ name: String, at offsets: Range<Int>) {
        if let symbol = LaTeXCommands.symbols[name] {
            pending += symbol
        } else if let mark = LaTeXCommands.accents[name] {
            accent(mark)
        } else if LaTeXCommands.emphasis.contains(name) {
            let offsets = takeArgument()
            emphasize(offsets)
        } else if LaTeXCommands.transparent.contains(name) {
            // Its argument is read next, like any other text.
        } else if name == "url" || name == "path" {
            let address = String(decoding: bytes[takeArgument()], as: UTF8.self)
            pending += address.replacing(/\\([_%&#~$])/) { $0.output.1 }
        } else if LaTeXCommands.ignoredWithArgument.contains(name) {
            _ = takeArgument()
        } else if name == "ensuremath" {
            addFormula(takeArgument())
        } else {
            findings.add(
                .unknownCommand(name, known: LaTeXCommands.known, at: passage.range(offsets, in: text)))
        }
    }

    /// Puts a combining mark on the first letter of what follows; a dotless letter gets it instead of its dot.
    private mutating func accent(_ mark: String) {
        let letters = Inline.plainText(nested(takeArgument()))
        let base = letters.prefix(1).replacing("ı", with: "i").replacing("ȷ", with: "j")
        pending += base + mark + letters.dropFirst()
    }

    private mutating func takeArgument() -> Range<Int> {
        while byte?.isBlankOrLineFeed == true { index += 1 }
        let offsets = argument()
        index = offsets.upperBound + (byte == .openBrace ? 1 : 0)
        return offsets
    }

    /// The group without its braces, the command or the character that is here.
    private func argument() -> Range<Int> {
        guard let byte else { return index..<index }
        if byte == .openBrace {
            var depth = 0
            for end in index..<bytes.count {
                if bytes[end] == .openBrace { depth += 1 }
                if bytes[end] == .closeBrace { depth -= 1 }
                if depth == 0 { return index + 1..<end }
            }
            return index + 1..<bytes.count
        }
        if byte == .backslash {
            let letters = bytes[(index + 1)...].prefix(while: \.isLetter).count
            return index..<min(index + 1 + max(letters, 1), bytes.count)
        }
        var end = index + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return index..<end
    }
}
