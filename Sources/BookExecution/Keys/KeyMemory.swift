import BookModel
import Foundation

/// The keys that the pieces of a chapter had in the last build, and those that they have now: what says why one runs.
struct KeyMemory: Sendable {
    private let path: String
    private let folder: String
    private let before: [String: PieceKey]
    private var now: [String: PieceKey] = [:]

    init(of chapter: Chapter, in store: ResultStore) {
        folder = store.folder
        path = "\(store.folder)/keys/\(chapter.stem).json"
        let content = FileManager.default.contents(atPath: path)
        // What cannot be read only costs the reasons.
        before = content.flatMap { try? JSONDecoder().decode([String: PieceKey].self, from: $0) } ?? [:]
    }

    mutating func note(_ key: PieceKey, of id: PieceID) {
        now[Self.name(id)] = key
    }

    /// Why a piece runs, in words.
    func reason(of id: PieceID) -> String {
        guard let key = now[Self.name(id)] else { return "it has not run before" }
        return RunReason(of: id, before: before[Self.name(id)], now: key, sources: folder).words
    }

    /// Remembers the keys for the next build.
    func write() throws(ExecutionError) {
        guard now != before else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let content = try? encoder.encode(now) else { return }
        try AtomicFile.write(content, to: path)
    }

    private static func name(_ id: PieceID) -> String {
        switch id {
        case .cell(let cell): cell
        case .value(let value): "value \(value)"
        }
    }
}
