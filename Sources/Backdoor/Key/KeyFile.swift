internal import FoundationEssentials
internal import Glibc

/// Files of keys, which only their owner may read and write (permissions 0600).
enum KeyFile {
    /// Writes the text; a file that is there is replaced, and stays as it was where this fails.
    static func write(_ text: String, to path: String) throws(KeyFileError) {
        // Beside its place first: a file that others may read must not be opened and filled.
        let draft = path + ".part"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .last("written", path) }
        guard let file = fdopen(descriptor, "w") else {
            let error = KeyFileError.last("written", path)
            close(descriptor)
            unlink(draft)
            throw error
        }
        let isWritten = fputs(text, file) >= 0
        // What was buffered may only now meet a full disk.
        guard fclose(file) == 0, isWritten, rename(draft, path) == 0 else {
            let error = KeyFileError.last("written", path)
            unlink(draft)
            throw error
        }
    }

    /// The first 64 kB of a file.
    static func text(of path: String) throws(KeyFileError) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last("read", path) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .last("read", path) }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// Writes the text as `write(_:to:)`, with a caller's own error for the reason where that fails.
    static func write<Failure: Error>(
        _ text: String, to path: String, orThrow failure: (_ reason: String) -> Failure
    ) throws(Failure) {
        do {
            try write(text, to: path)
        } catch {
            throw failure(error.reason)
        }
    }

    /// Reads a key from JSON.
    ///
    /// - Throws: `failure` of the reason for a file that cannot be read or holds no key, and what the key itself
    ///   throws for numbers that are none.
    static func key<Key: Decodable, Failure: Error>(
        in path: String, orThrow failure: (_ reason: String) -> Failure
    ) throws(Failure) -> Key {
        guard access(path, R_OK) == 0 else { throw failure(KeyFileError.last("read", path).reason) }
        do {
            return try JSONDecoder().decode(Key.self, from: Data(contentsOf: URL(filePath: path)))
        } catch let error as DecodingError {
            throw failure(words(for: error))
        } catch let error as Failure {
            throw error
        } catch {
            throw failure("\(error)")
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

/// A key file that cannot be written or read.
public struct KeyFileError: Error, Hashable, CustomStringConvertible {
    public let path: String
    public let reason: String
    let deed: String

    public var description: String { "\(path) cannot be \(deed): \(reason)" }

    /// With the system's reason for the last call that failed.
    static func last(_ deed: String, _ path: String) -> KeyFileError {
        KeyFileError(path: path, reason: String(cString: strerror(errno)), deed: deed)
    }
}
