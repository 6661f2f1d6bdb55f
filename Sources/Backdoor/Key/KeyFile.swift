internal import FoundationEssentials
internal import Glibc

/// The file of a key, which only its owner may read and write (permissions 0600).
enum KeyFile {
    /// Writes the text; a file that is there is replaced, and stays as it was where this fails.
    static func write(_ text: String, to path: String) throws(KeyFileFault) {
        // Beside its place first: a file that others may read must not be opened and filled.
        let draft = path + ".part"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw KeyFileFault() }
        guard let file = fdopen(descriptor, "w") else {
            let error = KeyFileFault()
            close(descriptor)
            unlink(draft)
            throw error
        }
        let isWritten = fputs(text, file) >= 0
        // What was buffered may only now meet a full disk.
        guard fclose(file) == 0, isWritten, rename(draft, path) == 0 else {
            let error = KeyFileFault()
            unlink(draft)
            throw error
        }
    }

    /// Reads a key from JSON.
    ///
    /// - Throws: `KeyFileFault` for a file that cannot be read or holds no key, and what the key itself throws for
    ///   numbers that are none.
    static func read<Key: Decodable>(_ path: String) throws -> Key {
        guard access(path, R_OK) == 0 else { throw KeyFileFault() }
        do {
            return try JSONDecoder().decode(Key.self, from: Data(contentsOf: URL(filePath: path)))
        } catch let error as DecodingError {
            throw KeyFileFault(reason: words(for: error))
        }
    }

    private static func words(for error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "it has no '\(key.stringValue)'"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            context.codingPath.first.map { "'\($0.stringValue)' is not of numbers" } ?? "it is not an object"
        case .dataCorrupted: "it is not JSON"
        @unknown default: "\(error)"
        }
    }
}

/// Why a key's file cannot be written or read.
struct KeyFileFault: Error, CustomStringConvertible {
    let reason: String

    fileprivate init(reason: String) {
        self.reason = reason
    }

    /// With the system's words for the last call that failed.
    fileprivate init() {
        reason = String(cString: strerror(errno))
    }

    var description: String { reason }
}
