/// A file of comma-separated numbers that is not what it should be.
public enum CSVError: Error, Hashable, Sendable, CustomStringConvertible {
    case file(FileError)
    /// A fault at a place; line and column count from 1, columns in characters.
    case malformed(path: String?, line: Int, column: Int, Fault)

    public enum Fault: Hashable, Sendable {
        case empty
        case notUTF8
        case notANumber(String)
        case numberCount(Int, expected: Int)
    }

    public var description: String {
        switch self {
        case .file(let error): return error.description
        case .malformed(let path, let line, let column, let fault):
            let place = path.map { "\($0):\(line):\(column)" } ?? "line \(line), column \(column)"
            return "\(place): \(Self.words(fault))"
        }
    }

    private static func words(_ fault: Fault) -> String {
        switch fault {
        case .empty: "there are no numbers"
        case .notUTF8: "the line is not valid UTF-8"
        case .notANumber(""): "a number is missing"
        case .notANumber(let text): "'\(text)' is not a number"
        case .numberCount(let count, let expected):
            "the line has \(count) number\(count == 1 ? "" : "s"), expected \(expected) (those of the first line)"
        }
    }
}
