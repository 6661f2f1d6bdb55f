import BookModel
import Foundation
import Synchronization

/// The keys that the pieces of a chapter had in the last build, and those that they have now: what says why one runs.
struct KeyMemory: Sendable {
    private let path: String
    private let stem: String
    private let folder: String
    private let before: StoredKeys
    private var now: [String: PieceKey] = [:]

    init(of chapter: Chapter, in store: ResultStore) {
        folder = store.folder
        path = "\(store.folder)/keys/\(chapter.stem).json"
        stem = chapter.stem
        before = StoredKeys(of: chapter.stem, at: path)
    }

    mutating func note(_ key: PieceKey, of id: PieceID) {
        now[Self.name(id)] = key
    }

    /// Why a piece runs, in words.
    func reason(of id: PieceID) -> String {
        guard let key = now[Self.name(id)] else { return "it has not run before" }
        return RunReason(of: id, before: before.keys[Self.name(id)], now: key, sources: folder).words
    }

    /// Remembers the keys for the next build.
    func write() throws(ExecutionError) {
        let digest = StoredKeys.digest(of: now, in: stem)
        guard digest != before.digest else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let content = try? encoder.encode(StoredKeys.Content(stem: stem, keys: now)) else { return }
        try AtomicFile.write(Data((digest + "\n").utf8) + content, to: path)
    }

    private static func name(_ id: PieceID) -> String {
        switch id {
        case .cell(let cell): cell
        case .value(let value): "value \(value)"
        }
    }
}

/// The keys of the last build: a line with their digest, which tells whether they changed, and the keys themselves, which
/// are read only when somebody asks for a reason.
private final class StoredKeys: Sendable {
    /// Empty when there are none.
    let digest: String
    private let stem: String
    private let content: Data
    private let decoded = Mutex<[String: PieceKey]?>(nil)

    struct Content: Codable {
        let stem: String
        let keys: [String: PieceKey]
    }

    init(of stem: String, at path: String) {
        let file = FileManager.default.contents(atPath: path) ?? Data()
        let lines = file.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        self.stem = stem
        digest = lines.count == 2 ? String(decoding: lines[0], as: UTF8.self) : ""
        content = lines.count == 2 ? Data(lines[1]) : Data()
    }

    var keys: [String: PieceKey] {
        decoded.withLock { decoded in
            if let decoded { return decoded }
            // What cannot be read, or is another chapter's, only costs the reasons.
            let content = try? JSONDecoder().decode(Content.self, from: content)
            let keys = content?.stem == stem ? content?.keys ?? [:] : [:]
            decoded = keys
            return keys
        }
    }

    static func digest(of keys: [String: PieceKey], in stem: String) -> String {
        var hash = ContentHash()
        hash.add("chapter", stem)
        for (name, key) in keys.sorted(by: { $0.key < $1.key }) { hash.add(name, key.hex) }
        return hash.hex
    }
}
