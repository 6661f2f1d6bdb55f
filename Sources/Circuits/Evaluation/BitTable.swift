internal import CallSites
import Probability

/// n rows of b bits, kept by column: bit i of word w of a column belongs to row 64 w + i.
///
/// So one instruction on words works on 64 rows.
public struct BitTable: Hashable, Sendable {
    public let rowCount: Int
    public let columnCount: Int
    /// The words of the first column, then those of the second …; bits beyond the last row are 0.
    var words: [UInt64]

    /// The number of words in a column.
    var columnWords: Int { (rowCount + 63) / 64 }

    /// All bits 0.
    public init(rowCount: Int, columnCount: Int, file: StaticString = #file, line: UInt = #line) {
        require(
            rowCount >= 0 && columnCount >= 0, "a table of \(rowCount) × \(columnCount) bits", file, line)
        self.rowCount = rowCount
        self.columnCount = columnCount
        words = Array(repeating: 0, count: (rowCount + 63) / 64 * columnCount)
    }

    /// - Throws: `CircuitError.rowLength` unless all rows have the length of the first.
    public init(rows: [[Bool]]) throws(CircuitError) {
        let columnCount = rows.first?.count ?? 0
        if let row = rows.firstIndex(where: { $0.count != columnCount }) {
            throw .rowLength(rows[row].count, row: row, expected: columnCount)
        }
        self.init(rowCount: rows.count, columnCount: columnCount)
        for (row, bits) in rows.enumerated() { set(row, from: 0, to: bits) }
    }

    /// Rows of bytes, each byte's highest bit first.
    ///
    /// - Throws: `CircuitError.rowLength` unless all rows have the length of the first.
    public init(bytes rows: [[UInt8]]) throws(CircuitError) {
        let byteCount = rows.first?.count ?? 0
        if let row = rows.firstIndex(where: { $0.count != byteCount }) {
            throw .rowLength(8 * rows[row].count, row: row, expected: 8 * byteCount)
        }
        self.init(rowCount: rows.count, columnCount: 8 * byteCount)
        for (row, bytes) in rows.enumerated() { set(row, from: 0, to: Bits.of(bytes)) }
    }

    /// Fair and independent bits.
    public static func random(
        rows: Int, columns: Int, using generator: inout Generator, file: StaticString = #file,
        line: UInt = #line
    ) -> BitTable {
        var table = BitTable(rowCount: rows, columnCount: columns, file: file, line: line)
        for index in table.words.indices { table.words[index] = generator.next() }
        table.clearEnds()
        return table
    }

    public subscript(row: Int, column: Int) -> Bool {
        get { words[column * columnWords + row / 64] >> UInt64(row % 64) & 1 == 1 }
        set {
            let (index, bit) = (column * columnWords + row / 64, UInt64(1) << UInt64(row % 64))
            if newValue { words[index] |= bit } else { words[index] &= ~bit }
        }
    }

    /// The bits of one row.
    public func row(_ row: Int) -> [Bool] {
        (0..<columnCount).map { self[row, $0] }
    }

    /// The bits of one column.
    public func column(_ column: Int) -> [Bool] {
        (0..<rowCount).map { self[$0, column] }
    }

    /// The bits of one row as bytes, each byte's highest bit first; the last byte is filled with 0.
    public func bytes(_ row: Int) -> [UInt8] { Bits.bytes(self.row(row)) }

    mutating func set(_ row: Int, from column: Int, to bits: [Bool]) {
        for (offset, bit) in bits.enumerated() where bit { self[row, column + offset] = true }
    }

    /// Makes the bits beyond the last row 0.
    mutating func clearEnds() {
        guard rowCount % 64 != 0 else { return }
        let mask = (UInt64(1) << UInt64(rowCount % 64)) - 1
        for column in 0..<columnCount { words[(column + 1) * columnWords - 1] &= mask }
    }
}
