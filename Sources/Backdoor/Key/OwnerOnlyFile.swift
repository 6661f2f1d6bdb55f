internal import Glibc

/// A file that only its owner may read and write (permissions 0600).
enum OwnerOnlyFile {
    /// Writes the text; a file that is there is replaced, and stays as it was where this fails.
    static func write(_ text: String, to path: String) throws(UnwritableFile) {
        // Beside its place first: a file that others may read must not be opened and filled.
        let draft = path + ".part"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw UnwritableFile() }
        guard let file = fdopen(descriptor, "w") else {
            let error = UnwritableFile()
            close(descriptor)
            unlink(draft)
            throw error
        }
        let isWritten = fputs(text, file) >= 0
        // What was buffered may only now meet a full disk.
        guard fclose(file) == 0, isWritten, rename(draft, path) == 0 else {
            let error = UnwritableFile()
            unlink(draft)
            throw error
        }
    }
}

/// A file that cannot be written.
struct UnwritableFile: Error {
    /// The system's words for the last call that failed.
    let reason: String

    fileprivate init() {
        reason = String(cString: strerror(errno))
    }
}
