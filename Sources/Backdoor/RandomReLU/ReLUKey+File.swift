extension ReLUKey {
    /// Writes the key as JSON, `{"strength": θ, "direction": [s₁, …, sₙ]}`, to a file that only its owner may
    /// read and write (permissions 0600). A file that is there is replaced.
    ///
    /// `init(contentsOf:)` reads it back exactly. The format is specified in `docs/models.md`.
    ///
    /// - Throws: `ReLUError.file`.
    public func write(to path: String) throws(ReLUError) {
        let numbers = direction.map { "\($0)" }.joined(separator: ", ")
        try KeyFile.write(
            "{\"strength\": \(strength), \"direction\": [\(numbers)]}\n", to: path
        ) { ReLUError.file(path: path, reason: $0) }
    }

    /// Reads a key that `write(to:)` has written.
    ///
    /// - Throws: `ReLUError.keyFile` for a file that cannot be read or holds no key, or `.spike` for numbers that
    ///   are none.
    public init(contentsOf path: String) throws(ReLUError) {
        self = try KeyFile.key(in: path) { ReLUError.keyFile(path: path, reason: $0) }
    }
}
