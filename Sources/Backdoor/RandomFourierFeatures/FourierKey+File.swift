extension FourierKey {
    /// Writes the key as JSON, `{"beta": β, "frequency": [ω₁, …, ωₙ]}`, to a file that only its owner may read
    /// and write (permissions 0600). A file that is there is replaced.
    ///
    /// `JSONDecoder` reads it back exactly.
    ///
    /// - Throws: `FourierError.file`.
    public func write(to path: String) throws(FourierError) {
        let numbers = frequency.map { "\($0)" }.joined(separator: ", ")
        do {
            try KeyFile.write("{\"beta\": \(beta), \"frequency\": [\(numbers)]}\n", to: path)
        } catch {
            throw .file(path: error.path, reason: error.reason)
        }
    }
}
