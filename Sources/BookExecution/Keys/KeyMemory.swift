import BookModel
import Foundation
import Synchronization

/// The keys that the pieces of a chapter had in the last build, and those that they have now: what says why one runs.
struct KeyMemory: Sendable {
    private let path: String
    private let folder: String
    private let before: StoredKeys
    private var now: [String: PieceKey] = [:]

    init(of chapter: Chapter, in store: ResultStore) {
        folder = store.folder
        path = "\(store.folder)/keys/\(chapter.stem).json"
        before = StoredKeys(at: path)
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
        let digest = StoredKeys.digest(of: now)
        guard digest != before.digest else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let content = try? encoder.encode(now) else { return }
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
    private let content: Data
    private let decoded = Mutex<[String: PieceKey]?>(nil)

    init(at path: String) {
        let file = FileManager.default.contents(atPath: path) ?? Data()
        let lines = file.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        digest = lines.count == 2 ? String(decoding: lines[0], as: UTF8.self) : ""
        content = lines.count == 2 ? Data(lines[1]) : Data()
    }

    var keys: [String: PieceKey] {
        decoded.withLock { decoded in
            if let decoded { return decoded }
            // What cannot be read only costs the reasons.
            let keys = (try? JSONDecoder().decode([String: PieceKey].self, from: content)) ?? [:]
            decoded = keys
            return keys
        }
    }

    static func digest(of keys: [String: PieceKey]) -> String {
        var hash = ContentHash()
        for (name, key) in keys.sorted(by: { $0.key < $1.key }) { hash.add(name, key.hex) }
        return hash.hex
    }
}
