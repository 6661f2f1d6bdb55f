/// What is wrong at a place of a text file of comma-separated values.
public enum CSVFault: Hashable, Sendable, CustomStringConvertible {
    case notUTF8
    case empty
    case noRows
    case fieldCount(Int, expected: Int)
    case unclosedQuote
    case textAfterQuote
    case missingValue(column: String)
    case notANumber(String, column: String)
    case notFinite(String, column: String)
    case unknownClass(String, column: String, expected: [String])
    case unknownCategory(String, column: String, expected: [String])
    case missingColumn(String, found: [String])
    case repeatedColumn(String)

    public var description: String {
        switch self {
        case .notUTF8: "the line is not valid UTF-8"
        case .empty: "the file is empty"
        case .noRows: "the file has a header and no rows"
        case .fieldCount(let count, let expected):
            "the line has \(count) field\(count == 1 ? "" : "s"), expected \(expected) "
                + "(those of the first line)"
        case .unclosedQuote: "the quote that opens here is not closed"
        case .textAfterQuote: "text follows a closing quote, expected a comma or the end of the line"
        case .missingValue(let column): "the value of '\(column)' is missing"
        case .notANumber(let text, let column): "'\(text)' is not a number, in column '\(column)'"
        case .notFinite(let text, let column): "'\(text)' is not a finite number, in column '\(column)'"
        case .unknownClass(let text, let column, let expected):
            "'\(text)' is not a class, in column '\(column)'; expected \(expected.joined(separator: " or "))"
        case .unknownCategory(let text, let column, let expected):
            "'\(text)' is not a category, in column '\(column)'; expected "
                + "\(expected.joined(separator: " or "))"
        case .missingColumn(let name, let found):
            "no column is named '\(name)'; the header has \(found.joined(separator: ", "))"
        case .repeatedColumn(let name): "two columns are named '\(name)'"
        }
    }
}
