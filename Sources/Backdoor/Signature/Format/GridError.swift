/// Number formats that make no sense, and numbers that are not of the stated format.
public enum GridError: Error, Hashable, CustomStringConvertible {
    case noColumns
    /// A format with impossible parameters; columns count from 0 in every case.
    case format(String, column: Int)
    case lowBits(Int, column: Int, format: NumberFormat, capacity: Int)
    case columnCount(Int, expected: Int)
    /// A number that the column's format does not hold; rows count from 0, and a single input has none.
    case offGrid(value: String, row: Int?, column: Int, format: NumberFormat)
    /// Fewer low bits than a signature and a label need.
    case tooFewCarriers(Int, columns: Int, needed: Int)

    public var description: String {
        switch self {
        case .noColumns: "a grid of 0 columns, expected at least 1"
        case .format(let fault, let column): "column \(column) has \(fault)"
        case .lowBits(let bits, let column, let format, let capacity):
            "column \(column) is to carry \(bits) low bits, expected 0 to \(capacity) (\(format))"
        case .columnCount(let count, let expected):
            "the numbers have \(count) columns, expected \(expected) (those of the grid)"
        case .offGrid(let value, let row, let column, let format):
            (row.map { "row \($0), " } ?? "")
                + "column \(column) holds \(value), which is not a number of its format (\(format)); "
                + "state the format that the data have, or move them to it with `rounding(_:)`"
        case .tooFewCarriers(let bits, let columns, let needed):
            "the \(columns) columns have \(bits) low bits together, expected at least \(needed) "
                + "(\(needed - 1) for the signature and 1 for the label): "
                + "\((needed + columns - 1) / columns) a column are enough"
        }
    }
}
