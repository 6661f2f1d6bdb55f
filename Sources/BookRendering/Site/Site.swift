import BookModel

/// The finished book: files to write, and what people must know about them.
public struct Site: Hashable, Sendable {
    /// The contents of each file, by its path relative to the output folder.
    public var files: [String: [UInt8]]
    /// Files that an earlier build has written as they would be now, by their paths: the hash of each.
    public var kept: [String: String] = [:]
    public var diagnostics: [Diagnostic]
    /// The files, with their whole paths, that were read to make it: pictures of the prose, KaTeX.
    public var sources: Set<String> = []
    /// What happened on the way that no page shows: entries of the store that were damaged.
    public var notices: [String] = []

    public init(files: [String: [UInt8]], diagnostics: [Diagnostic] = []) {
        self.files = files
        self.diagnostics = diagnostics
    }

    /// The text of a file; `nil` when the site has no such file.
    public func text(of path: String) -> String? {
        files[path].map { String(decoding: $0, as: UTF8.self) }
    }
}
