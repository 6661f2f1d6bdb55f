internal import FoundationEssentials
internal import Glibc

extension FourierKey {
    /// Writes the key as JSON, `{"beta": β, "frequency": [ω₁, …, ωₙ]}`, to a file that only its owner may read
    /// and write (permissions 0600). A file that is there is replaced.
    ///
    /// `init(contentsOf:)` reads it back exactly. The format is specified in `docs/models.md`.
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

extension FourierKey {
    /// Reads a key that `write(to:)` has written.
    ///
    /// - Throws: `FourierError.keyFile` for a file that cannot be read or holds no key, or `.invalidKey` for
    ///   numbers that are none.
    public init(contentsOf path: String) throws(FourierError) {
        guard access(path, R_OK) == 0 else {
            throw .keyFile(path: path, reason: String(cString: strerror(errno)))
        }
        do {
            self = try JSONDecoder().decode(FourierKey.self, from: Data(contentsOf: URL(filePath: path)))
        } catch let error as FourierError {
            throw error
        } catch let error as DecodingError {
            throw .keyFile(path: path, reason: Self.words(for: error))
        } catch {
            throw .keyFile(path: path, reason: "\(error)")
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
