internal import Glibc

/// A file that cannot be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Operation: String, Hashable, Sendable {
        case read
        case written
    }

    public let path: String
    public let operation: Operation
    /// In the system's words.
    public let reason: String

    /// An error with the system's reason for the last call that failed.
    init(_ path: String, _ operation: Operation) {
        self.init(path, operation, reason: String(cString: strerror(errno)))
    }

    init(_ path: String, _ operation: Operation, reason: String) {
        self.path = path
        self.operation = operation
        self.reason = reason
    }

    public var description: String { "\(path) cannot be \(operation.rawValue): \(reason)" }
}
