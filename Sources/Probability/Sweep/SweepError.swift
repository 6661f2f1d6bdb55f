/// Why a sweep cannot run or go on.
public enum SweepError: Error, Hashable, Sendable {
    /// A point that is in the list twice, counted from 0.
    case duplicate(first: Int, second: Int)
    /// No points, or no repetitions.
    case empty(name: String, count: Int)
    /// A journal of another sweep.
    case otherSweep(path: String, found: String, expected: String)
    /// A file that is no journal, or has a line that is none of its lines; lines count from 1.
    case damaged(path: String, line: Int, reason: String)
    /// A file that cannot be opened, read or written.
    case file(path: String, operation: String, reason: String)
    /// A journal that another process, or another run in this one, is writing to.
    case inUse(path: String)
    /// A point or an outcome that has no JSON, such as NaN.
    case notEncodable(String, reason: String)
}

extension SweepError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .duplicate(let first, let second):
            "points \(first) and \(second) of the sweep, counted from 0, are the same"
        case .empty(let name, let count):
            "a sweep over \(count) \(name), expected at least 1"
        case .otherSweep(let path, let found, let expected):
            "\(path) is the journal of another sweep: it says \(found), this sweep is \(expected); "
                + "choose another file, or remove it to start again"
        case .damaged(let path, let line, let reason):
            "\(path):\(line): \(reason); remove the file to start again"
        case .file(let path, let operation, let reason):
            "\(path) could not be \(operation): \(reason)"
        case .inUse(let path):
            "\(path) is being written to by another run of the sweep; wait for it, or choose another file"
        case .notEncodable(let what, let reason):
            "\(what) cannot be written to a journal: \(reason)"
        }
    }
}
