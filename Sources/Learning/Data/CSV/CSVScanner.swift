/// Splits the bytes of a file into lines of fields.
struct CSVScanner {
    private let bytes: [UInt8]
    private let file: String
    private var position = 0
    private var line = 1
    private var column = 1

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// All lines that are not blank.
    mutating func lines() throws(DataError) -> [[CSVTable.Field]] {
        var lines: [[CSVTable.Field]] = []
        while position < bytes.count {
            if skipLineEnd() { continue }
            lines.append(try fields())
        }
        return lines
    }

    /// The fields up to the end of the line, which is consumed.
    private mutating func fields() throws(DataError) -> [CSVTable.Field] {
        var fields = [try field()]
        while position < bytes.count, bytes[position] == Self.comma {
            advance()
            fields.append(try field())
        }
        if position < bytes.count, !skipLineEnd() { throw fault(.textAfterQuote, line: line, column: column) }
        return fields
    }

    private mutating func field() throws(DataError) -> CSVTable.Field {
        let (startLine, startColumn) = (line, column)
        let content =
            position < bytes.count && bytes[position] == Self.quote ? try quotedContent() : plainContent()
        guard let text = String(validating: content, as: UTF8.self) else {
            throw fault(.notUTF8, line: startLine, column: startColumn)
        }
        return CSVTable.Field(text: text, line: startLine, column: startColumn)
    }

    private mutating func plainContent() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count, bytes[position] != Self.comma, !isAtLineEnd { advance() }
        return bytes[start..<position]
    }

    private mutating func quotedContent() throws(DataError) -> ArraySlice<UInt8> {
        let (startLine, startColumn) = (line, column)
        var content: ArraySlice<UInt8> = []
        advance()
        while position < bytes.count {
            if bytes[position] == Self.quote {
                advance()
                // Two quotes stand for one; a single one ends the field.
                guard position < bytes.count, bytes[position] == Self.quote else { return content }
            }
            content.append(bytes[position])
            advance()
        }
        throw fault(.unclosedQuote, line: startLine, column: startColumn)
    }

    private var isAtLineEnd: Bool {
        bytes[position] == Self.lineFeed
            || (bytes[position] == Self.carriageReturn && position + 1 < bytes.count
                && bytes[position + 1] == Self.lineFeed)
    }

    private mutating func skipLineEnd() -> Bool {
        guard isAtLineEnd else { return false }
        if bytes[position] == Self.carriageReturn { position += 1 }
        advance()
        return true
    }

    private mutating func advance() {
        if bytes[position] == Self.lineFeed {
            line += 1
            column = 1
        } else if bytes[position] & 0xC0 != 0x80 {
            // The other bytes continue a scalar.
            column += 1
        }
        position += 1
    }

    private func fault(_ fault: CSVFault, line: Int, column: Int) -> DataError {
        .malformed(file: file, line: line, column: column, fault)
    }
}
