/// An NPY file that is not what it says.
public enum NPYError: Error, Hashable, Sendable, CustomStringConvertible {
    case file(FileError)
    /// What was found at a byte, counted from 0, and what was expected there.
    case malformed(path: String?, offset: Int, found: String, expected: String)

    public var description: String {
        switch self {
        case .file(let error): error.description
        case .malformed(let path, let offset, let found, let expected):
            "\(path.map { "\($0): " } ?? "")byte \(offset): \(found), expected \(expected)"
        }
    }
}
