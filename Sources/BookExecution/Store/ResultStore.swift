import BookModel
import Foundation
import Synchronization

/// Results of earlier builds, in files named by the key of what they depend on.
///
/// An entry is only ever written whole, holds its own key and the hash of its content, and is checked when it is read:
/// one that is damaged or is not what it says is dropped with a word and computed again.
public struct ResultStore: Sendable {
    /// The folder `.book` in the root of the book.
    public let folder: String
    /// Is told of entries that were dropped.
    let say: @Sendable (String) -> Void
    /// The keys of results that this build wrote: another chapter with a cell of the same text may look for them, and
    /// what it then runs must not depend on which chapter was quicker.
    private let written = WrittenKeys()

    public init(root: String, say: @escaping @Sendable (String) -> Void = { _ in }) {
        folder = root + "/.book"
        self.say = say
    }

    /// The folder for rendered formulas and figures.
    public var renderings: String { folder + "/renderings" }

    /// The folder for the results of whole chapters.
    package var chapters: String { folder + "/chapters" }

    /// The folder for what the rendering of whole pages gave.
    package var pages: String { folder + "/pages" }

    /// The file that remembers the hashes of the book's files.
    package var fileHashes: String { folder + "/file-hashes" }

    /// The file that remembers what chapters did in the last build.
    package var history: String { folder + "/history.json" }

    /// Removes what running chapters of this process have in the store, for an end in the middle of a build.
    public static func removeWork() {
        WorkFolder.removeAll()
    }

    /// Removes what builds that were killed left: their work, and what they had half written.
    public func removeLeftovers() {
        WorkFolder.removeLeftovers(in: self)
        StoreLimit(folder: folder, limit: .max).removeLeftovers()
    }

    /// Removes what was not used for longest, if the store takes more than `limit` bytes.
    public func shrink(to limit: Int) {
        let removed = StoreLimit(folder: folder, limit: limit).apply()
        if removed > 0 {
            say("the store has reached its limit: \(removed) entries not used for longest are gone")
        }
    }

    // MARK: - Entries

    /// The version of what entries hold. It is part of every key: entries of another are never looked for.
    static let format = "3"

    private enum Kind: String {
        case results, syntax
    }

    private func path(_ kind: Kind, _ key: String) -> String { "\(folder)/\(kind.rawValue)/\(key)" }

    func piece(under key: String) -> StoredPiece? { written.contains(key) ? nil : read(.results, key) }

    func keep(_ piece: StoredPiece, under key: String) throws(ExecutionError) {
        written.insert(key)
        try write(piece, .results, key)
    }

    func syntax(under key: String) -> CellSyntax? { read(.syntax, key) }

    func keep(_ syntax: CellSyntax, under key: String) throws(ExecutionError) {
        try write(syntax, .syntax, key)
    }

    private func read<Entry: Decodable>(_ kind: Kind, _ key: String) -> Entry? {
        let path = path(kind, key)
        guard let file = try? OpenFile(reading: path) else {
            // What is there and cannot be opened is no entry of ours.
            var status = stat()
            if lstat(path, &status) == 0 { drop(path) }
            return nil
        }
        let bytes = file.bytes()
        // A line with the hash of all that follows, a line with the key, then the entry.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, String(decoding: lines[1], as: UTF8.self) == key,
            ContentHash.hex(of: Array(bytes[lines[1].startIndex...]))
                == String(decoding: lines[0], as: UTF8.self),
            let entry = try? JSONDecoder().decode(Entry.self, from: Data(lines[2]))
        else {
            drop(path)
            return nil
        }
        touch(path)
        return entry
    }

    private func write(_ entry: some Encodable, _ kind: Kind, _ key: String) throws(ExecutionError) {
        let path = path(kind, key)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content: Data
        do {
            content = Data((key + "\n").utf8) + (try encoder.encode(entry))
        } catch {
            throw .cannotWrite(path: path, reason: "\(error)")
        }
        try AtomicFile.write(Data((ContentHash.hex(of: Array(content)) + "\n").utf8) + content, to: path)
    }

    private func drop(_ path: String) {
        say("dropped a damaged entry of the store, \(path)")
        // A folder in its place goes too.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Notes that an entry was used: the one that was not used for longest goes first.
    private func touch(_ path: String) {
        utimensat(AT_FDCWD, path, nil, 0)
    }

    // MARK: - Values

    /// The folder of the values that cells with the flag `keep` gave, each named by the hash of its bytes.
    private var values: String { folder + "/values" }

    /// The encoded value of a variable; `nil` when it is no longer there.
    func bytes(of value: StoredVariable.Value) -> [UInt8]? {
        switch value {
        case .small(let text): return Data(base64Encoded: text).map(Array.init)
        case .file(let hash):
            let path = "\(values)/\(hash)"
            guard let bytes = try? OpenFile(reading: path).bytes() else { return nil }
            guard ContentHash.hex(of: bytes) == hash else {
                drop(path)
                return nil
            }
            touch(path)
            return bytes
        }
    }

    /// Whether the value is there, without reading it.
    func has(_ value: StoredVariable.Value) -> Bool {
        if case .file(let hash) = value {
            FileManager.default.fileExists(atPath: "\(values)/\(hash)")
        } else {
            true
        }
    }

    /// Keeps an encoded value.
    func keep(value bytes: [UInt8]) throws(ExecutionError) -> StoredVariable.Value {
        let hash = ContentHash.hex(of: bytes)
        let path = "\(values)/\(hash)"
        if !FileManager.default.fileExists(atPath: path) { try AtomicFile.write(Data(bytes), to: path) }
        return .file(hash: hash)
    }
}

/// The keys under which a build has written.
private final class WrittenKeys: Sendable {
    private let keys = Mutex<Set<String>>([])

    func insert(_ key: String) { keys.withLock { _ = $0.insert(key) } }
    func contains(_ key: String) -> Bool { keys.withLock { $0.contains(key) } }
}
