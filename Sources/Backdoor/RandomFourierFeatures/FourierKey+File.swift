internal import Glibc

extension FourierKey {
    /// Writes the key as JSON, `{"beta": β, "frequency": [ω₁, …, ωₙ]}`, to a file that only its owner may read
    /// and write (permissions 0600). A file that is there is replaced.
    ///
    /// `JSONDecoder` reads it back exactly.
    ///
    /// - Throws: `FourierError.file`.
    public func write(to path: String) throws(FourierError) {
        let numbers = frequency.map { "\($0)" }.joined(separator: ", ")
        let text = "{\"beta\": \(beta), \"frequency\": [\(numbers)]}\n"
        // Beside its place first: a file that others may read must not be opened and filled.
        let draft = path + ".part"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path) }
        guard let file = fdopen(descriptor, "w") else {
            let error = FourierError.unwritable(path)
            close(descriptor)
            unlink(draft)
            throw error
        }
        let isWritten = fputs(text, file) >= 0
        // What was buffered may only now meet a full disk.
        guard fclose(file) == 0, isWritten, rename(draft, path) == 0 else {
            let error = FourierError.unwritable(path)
            unlink(draft)
            throw error
        }
    }
}

extension FourierError {
    /// With the system's reason for the last call that failed.
    fileprivate static func unwritable(_ path: String) -> FourierError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }
}
