import CSodium
import Foundation

/// Keeps what was rendered, by a hash of what it was rendered from.
///
/// A store that cannot be written only costs time, so failures to write are not reported; a store whose
/// folder cannot be made is.
struct RenderingStore: Sendable {
    private let folder: URL?

    init(folder: URL?) throws(RenderingError) {
        self.folder = folder
        guard let folder else { return }
        do {
            try FolderMaker.make(folder)
        } catch {
            throw RenderingError.unusableStore(folder: folder.path, reason: error.reason)
        }
    }

    /// The text that is kept for `key`, else what `make` gives, which is then kept.
    func text<Failure: Error>(
        _ kind: String, for key: [String], orElse make: () throws(Failure) -> String
    ) throws(Failure) -> String {
        guard let file = file(kind, key) else { return try make() }
        if let kept = try? String(contentsOf: file, encoding: .utf8) { return kept }
        let text = try make()
        try? Data(text.utf8).write(to: file, options: .atomic)
        return text
    }

    private func file(_ kind: String, _ key: [String]) -> URL? {
        guard let folder else { return nil }
        return folder.appending(path: "\(kind)-\(Self.hash(key))")
    }

    /// BLAKE2b-256 in hexadecimal of the parts, each with its length before it so that no two lists collide.
    static func hash(_ parts: [String]) -> String {
        let bytes = parts.flatMap { Array("\($0.utf8.count):".utf8) + Array($0.utf8) }
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&digest, digest.count, bytes, UInt64(bytes.count), nil, 0)
        return digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
