/// Why the pages were not written: the file, and what the system said.
public struct SiteWriteError: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    public let reason: String

    public init(file: String, reason: String) {
        self.file = file
        self.reason = reason
    }

    public var description: String { "cannot write '\(file)': \(reason)" }
}
