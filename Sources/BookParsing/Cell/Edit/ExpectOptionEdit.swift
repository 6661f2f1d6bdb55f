import BookModel

/// Changes the option `expect` of cells in the bytes of a chapter, and nothing else.
public struct ExpectOptionEdit {
    /// Why a text cannot be put into the option.
    public enum Failure: Error, Hashable, Sendable {
        /// The text holds a character that YAML cannot hold on a line of its own.
        case character(Unicode.Scalar, line: Int)
        /// The option is spelled in a rare way: in braces, with a tag or an anchor.
        case spelling
    }

    private let file: [UInt8]
    private let lines: [(line: Range<Int>, next: Int)]

    /// - Parameter file: the bytes of the chapter as they are.
    public init(file: [UInt8]) {
        self.file = file
        lines = OptionLine.lines(of: file)
    }

    /// What must change so that a cell expects `text`: one line in quotes, several as a block scalar.
    ///
    /// Comments stay, and so does the blank line behind a block.
    /// - Parameters:
    ///   - cell: a cell of the chapter as it was parsed from the same bytes.
    ///   - text: lines, without line feeds.
    public func replacements(for cell: Cell, expecting text: [String]) throws(Failure) -> [ByteReplacement] {
        for (number, line) in text.enumerated() {
            if let scalar = line.unicodeScalars.first(where: { !Self.canHold($0) }) {
                throw .character(scalar, line: number + 1)
            }
        }
        guard let (options, value) = value(of: cell) else { throw .spelling }
        let header = options[value.line]
        let isBlock = text.count > 1
        var changes = [ByteReplacement(value.head, (isBlock ? Self.indicator(for: text) : quoted(text)).utf8)]
        let content = isBlock ? block(text, like: header, indent: value.indent) : []
        let old =
            value.block.map { lines in
                lines.isEmpty ? header.next..<header.next : header.next..<options[lines.upperBound - 1].next
            } ?? header.next..<header.next
        if !old.isEmpty || !content.isEmpty { changes.append(ByteReplacement(old, content)) }
        return changes
    }

    private func value(of cell: Cell) -> (options: [OptionLine], value: OptionValue)? {
        guard let key = cell.options.ranges[.expect]?.start, key.line >= cell.codeLine,
            lines.indices.contains(key.line - 1)
        else { return nil }
        let numbers = (cell.codeLine - 1)..<(cell.codeLine - 1 + cell.optionLineCount)
        guard numbers.upperBound <= lines.count else { return nil }
        let options = numbers.compactMap { OptionLine(lines[$0].line, next: lines[$0].next, in: file) }
        let first = key.line - cell.codeLine
        guard options.count == numbers.count, options.indices.contains(first) else { return nil }
        let offset = options[first].line.lowerBound + key.column - 1
        return OptionValue(
            of: CellOption.expect.rawValue, line: first, at: offset, in: options, file: file
        ).map { (options, $0) }
    }

    // MARK: - Spelling

    /// YAML ends a line at more characters than Swift's output has, and holds no control characters.
    private static func canHold(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x20...0x7E: true
        case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        case 0xA0...0x10FFFF: true
        default: false
        }
    }

    private func quoted(_ text: [String]) -> String {
        let line = text.first ?? ""
        let escaped = line.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\t", with: "\\t")
        return "\"\(escaped)\""
    }

    /// The indentation is given in numbers where the first line starts with a blank.
    private static func indicator(for text: [String]) -> String {
        let first = text.first { !$0.isEmpty }
        return first?.first == " " || first?.first == "\t" ? "|2" : "|"
    }

    private func block(_ text: [String], like header: OptionLine, indent: Int) -> [UInt8] {
        let marker = file[header.line.lowerBound..<header.yaml.lowerBound]
        let bare = marker.last?.isBlank == true ? marker.dropLast() : marker
        let blanks = [UInt8](repeating: UInt8(ascii: " "), count: indent + 3)
        var bytes: [UInt8] = []
        for line in text {
            bytes += bare
            if !line.isEmpty { bytes += blanks + Array(line.utf8) }
            bytes += file[header.line.upperBound..<header.next]
        }
        return bytes
    }
}
