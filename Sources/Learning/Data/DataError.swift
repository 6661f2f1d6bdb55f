/// Data that cannot be used, and where.
public enum DataError: Error, Hashable, CustomStringConvertible {
    /// The folder of the book's data is not known.
    case noBookRoot
    case cannotRead(file: String, reason: String)
    /// A fault in a text file; lines and columns count from 1.
    case malformed(file: String, line: Int, column: Int, CSVFault)
    case labelCount(Int, expected: Int)
    case columnNameCount(Int, expected: Int)
    /// A number that is NaN or infinite; the row counts from 0.
    case notFinite(value: String, row: Int, column: String)
    /// A class that has no name; classes and rows count from 0.
    case classIndex(Int, row: Int, classCount: Int)
    case foldCount(Int, rows: Int)
    case unknownColumn(String, known: [String])

    public var description: String {
        switch self {
        case .noBookRoot:
            "the environment variable BOOK_ROOT is not set, so the folder Chapters/Data is not known; "
                + "set it to the root of the book, or pass the folder: germanCredit(in: folder)"
        case .cannotRead(let file, let reason):
            "\(file): cannot be read: \(reason)"
        case .malformed(let file, let line, let column, let fault):
            "\(file):\(line):\(column): \(fault)"
        case .labelCount(let count, let expected):
            "\(count) labels were given, expected \(expected) (the rows of `features`)"
        case .columnNameCount(let count, let expected):
            "\(count) column names were given, expected \(expected) (the columns of `features`)"
        case .notFinite(let value, let row, let column):
            "row \(row) has \(value) in column '\(column)', expected a finite number"
        case .classIndex(let index, let row, let count):
            "row \(row) has the class \(index), expected 0 to \(count - 1) (there are \(count) class names)"
        case .foldCount(let count, let rows):
            "\(count) folds of \(rows) rows were asked for, expected 2 to \(rows)"
        case .unknownColumn(let name, let known):
            "no column is named '\(name)'; there are \(known.count): \(Self.list(known))"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    }
}
