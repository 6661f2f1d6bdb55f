extension DitherKey {
    /// Writes the key as JSON, `{"target": t, "length": λ, "direction": [s₁, …, sₙ]}`, to a file that only its
    /// owner may read and write (permissions 0600). A file that is there is replaced.
    ///
    /// `init(contentsOf:)` reads it back exactly. The format is specified in `docs/models.md`.
    ///
    /// - Throws: `DitherError.file`.
    public func write(to path: String) throws(DitherError) {
        let numbers = direction.map { "\($0)" }.joined(separator: ", ")
        try KeyFile.write(
            "{\"target\": \(target), \"length\": \(length), \"direction\": [\(numbers)]}\n", to: path
        ) { DitherError.file(path: path, reason: $0) }
    }

    /// Reads a key that `write(to:)` has written.
    ///
    /// - Throws: `DitherError.keyFile` for a file that cannot be read or holds no key, and what `init` throws for
    ///   numbers that are none.
    public init(contentsOf path: String) throws(DitherError) {
        self = try KeyFile.key(in: path) { DitherError.keyFile(path: path, reason: $0) }
    }
}
