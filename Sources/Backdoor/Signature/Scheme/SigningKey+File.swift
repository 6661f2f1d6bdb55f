extension SigningKey {
    /// Writes the key to a file that only its owner may read and write (permissions 0600): two lines, the seed
    /// and the verification key, 64 hexadecimal digits each. A file that is there is replaced.
    ///
    /// - Throws: `KeyFileError`.
    public func write(to path: String) throws(KeyFileError) {
        try KeyFile.write(
            "\(Hexadecimal.text(seed))\n\(Hexadecimal.text(verifier.bytes))\n", to: path)
    }

    /// Reads a key that `write(to:)` has written.
    ///
    /// - Throws: `SignatureError.file` where the file cannot be read or holds something else;
    ///   `SignatureError.keyByteCount`; `SignatureError.foreignKey` where its two halves are not of one pair.
    public init(contentsOf path: String) throws(SignatureError) {
        let text: String
        do {
            text = try KeyFile.text(of: path)
        } catch {
            throw .file("\(error)")
        }
        let lines = text.split(separator: "\n").map(String.init)
        guard lines.count == 2 else {
            throw .file("\(path): \(lines.count) lines, expected 2 (the seed and the verification key)")
        }
        try self.init(seed: Hexadecimal.bytes(lines[0]))
        let stored = try VerificationKey(Hexadecimal.bytes(lines[1]))
        guard stored == verifier else {
            throw .foreignKey(held: "\(verifier)", expected: "\(stored)", place: path)
        }
    }
}
