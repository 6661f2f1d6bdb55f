import BookModel

/// A cell's code in bytes, with the way from offsets to places in the chapter.
struct CellText {
    let bytes: [UInt8]
    private let codeLine: Int
    /// The offset of the first byte of each line.
    private let lineStarts: [Int]

    init(_ cell: Cell) {
        let bytes = Array(cell.code.utf8)
        self.bytes = bytes
        codeLine = cell.codeLine
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    func position(of offset: Int) -> SourcePosition {
        let row = (lineStarts.lastIndex { $0 <= offset }) ?? 0
        return SourcePosition(line: codeLine + row, column: offset - lineStarts[row] + 1)
    }

    /// The place of a variable's name where the cell defines it; `nil` where it defines none of this name.
    static func position(ofVariable name: String, in cell: Cell, _ syntax: CellSyntax?) -> SourcePosition? {
        syntax?.variables.first { $0.name == name }.map { CellText(cell).position(of: $0.offset) }
    }

    /// Whether only blanks stand between the beginning of the line and `offset`.
    func startsLine(_ offset: Int) -> Bool {
        let start = lineStarts.last { $0 <= offset } ?? 0
        return bytes[start..<offset].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    /// The bytes of a constant's literal: a number, a word or a string on one line; `nil` for other literals.
    func literal(of constant: CellSyntax.Constant) -> Range<Int>? {
        var start = constant.lastToken
        guard bytes.indices.contains(start) else { return nil }
        var end = start
        if constant.literal == "string_literal_expr" {
            end += 1
            while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\n") {
                end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
            return start..<(end + 1)
        }
        while end < bytes.count, isPartOfNumber(end) { end += 1 }
        if start > 0, bytes[start - 1] == UInt8(ascii: "-") { start -= 1 }
        return end > start ? start..<end : nil
    }

    /// Letters, digits, `.`, `_`, and the sign of an exponent.
    private func isPartOfNumber(_ offset: Int) -> Bool {
        let character = Character(UnicodeScalar(bytes[offset]))
        if character.isLetter || character.isNumber || character == "." || character == "_" { return true }
        let before = offset > 0 ? Character(UnicodeScalar(bytes[offset - 1])) : " "
        return (character == "-" || character == "+") && (before == "e" || before == "E")
    }
}
