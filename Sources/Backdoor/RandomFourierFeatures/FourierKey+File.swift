extension FourierKey {
    /// Writes the key as JSON, `{"beta": β, "frequency": [ω₁, …, ωₙ]}`, to a file that only its owner may read
    /// and write (permissions 0600). A file that is there is replaced.
    ///
    /// `init(contentsOf:)` reads it back exactly. The format is specified in `docs/models.md`.
    ///
    /// - Throws: `FourierError.file`.
    public func write(to path: String) throws(FourierError) {
        let numbers = frequency.map { "\($0)" }.joined(separator: ", ")
        try KeyFile.write(
            "{\"beta\": \(beta), \"frequency\": [\(numbers)]}\n", to: path
        ) { FourierError.file(path: path, reason: $0) }
    }

    /// Reads a key that `write(to:)` has written.
    ///
    /// - Throws: `FourierError.keyFile` for a file that cannot be read or holds no key, or `.invalidKey` for
    ///   numbers that are none.
    public init(contentsOf path: String) throws(FourierError) {
        self = try KeyFile.key(in: path) { FourierError.keyFile(path: path, reason: $0) }
    }
}
