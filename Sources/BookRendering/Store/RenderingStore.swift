import CSodium
import Foundation
import Synchronization

/// Keeps what was rendered, by a hash of what it was rendered from.
///
/// A store that cannot be written only costs time, so failures to write are not reported; a store whose
/// folder cannot be made is.
struct RenderingStore: Sendable {
    private let folder: String?
    /// Entries that were damaged.
    let notices = Notices()

    /// Words for people, gathered on the way.
    final class Notices: Sendable {
        private let words = Mutex<[String]>([])

        var all: [String] { words.withLock { $0.sorted() } }
        func add(_ text: String) { words.withLock { $0.append(text) } }
    }

    init(folder: URL?) throws(RenderingError) {
        self.folder = folder?.path
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
        let name = Self.hash([kind] + key)
        if let entry = FileManager.default.contents(atPath: file) {
            if let kept = Self.text(of: entry, name) { return kept }
            drop(file)
        } else if (try? FileManager.default.attributesOfItem(atPath: file)) != nil {
            // Something that is no file of ours, or that nobody may read.
            drop(file)
        }
        let text = try make()
        try? Data((Self.hash([name, text]) + "\n" + text).utf8).write(
            to: URL(filePath: file), options: .atomic)
        return text
    }

    /// Whether something is kept for `key`, damaged or not.
    func has(_ kind: String, for key: [String]) -> Bool {
        file(kind, key).map { FileManager.default.fileExists(atPath: $0) } ?? false
    }

    private func drop(_ file: String) {
        notices.add("dropped a damaged entry of the store, \(file)")
        try? FileManager.default.removeItem(atPath: file)
    }

    /// The text of an entry, behind a line with the hash of it and of its name; `nil` when it is damaged or another's.
    private static func text(of entry: Data, _ name: String) -> String? {
        let lines = entry.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        guard lines.count == 2, let text = String(validating: lines[1], as: UTF8.self),
            hash([name, text]).utf8.elementsEqual(lines[0])
        else { return nil }
        return text
    }

    private func file(_ kind: String, _ key: [String]) -> String? {
        folder.map { "\($0)/\(kind)-\(Self.hash(key))" }
    }

    /// BLAKE2b-256 in hexadecimal of the parts, each with its length before it so that no two lists collide.
    static func hash(_ parts: [String]) -> String {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += "\(part.utf8.count):".utf8
            bytes += part.utf8
        }
        return hash(bytes)
    }

    /// BLAKE2b-256 in hexadecimal.
    static func hash(_ bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&digest, digest.count, bytes, UInt64(bytes.count), nil, 0)
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
