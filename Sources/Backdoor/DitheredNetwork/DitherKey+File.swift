extension DitherKey {
    /// Writes the key as JSON, `{"target": t, "length": λ, "direction": [s₁, …, sₙ]}`, to a file that only its
    /// owner may read and write (permissions 0600). A file that is there is replaced.
    ///
    /// `init(contentsOf:)` reads it back exactly. The format is specified in `docs/models.md`.
    ///
    /// - Throws: `DitherError.file`.
    public func write(to path: String) throws(DitherError) {
        let numbers = direction.map { "\($0)" }.joined(separator: ", ")
        do {
            try KeyFile.write(
                "{\"target\": \(target), \"length\": \(length), \"direction\": [\(numbers)]}\n", to: path)
        } catch {
            throw .file(path: path, reason: error.reason)
        }
    }

    /// Reads a key that `write(to:)` has written.
    ///
    /// - Throws: `DitherError.keyFile` for a file that cannot be read or holds no key, and what `init` throws for
    ///   numbers that are none.
    public init(contentsOf path: String) throws(DitherError) {
        do {
            self = try KeyFile.key(in: path)
        } catch let error as KeyFileError {
            throw .keyFile(path: path, reason: error.reason)
        } catch let error as DitherError {
            throw error
        } catch {
            throw .keyFile(path: path, reason: "\(error)")
        }
    }
}
