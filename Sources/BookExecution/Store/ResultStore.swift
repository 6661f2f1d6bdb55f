import BookModel
import Foundation

/// Results of earlier builds, in files named by the key of what they depend on.
public struct ResultStore: Sendable {
    /// The folder `.book` in the root of the book.
    public let folder: String

    public init(root: String) {
        folder = root + "/.book"
    }

    /// The folder for rendered formulas and figures.
    public var renderings: String { folder + "/renderings" }

    /// The file that remembers the hashes of the book's files.
    package var fileHashes: String { folder + "/file-hashes" }

    /// The file that remembers what chapters did in the last build.
    package var history: String { folder + "/history.json" }

    /// Removes what running chapters of this process have in the store, for an end in the middle of a build.
    public static func removeWork() {
        WorkFolder.removeAll()
    }

    private func path(of key: String) -> String { "\(folder)/results/\(key).json" }

    /// The results under a key; an entry that is damaged is dropped.
    func results(under key: String, for chapter: Chapter) -> ChapterResults? {
        guard let data = FileManager.default.contents(atPath: path(of: key)) else { return nil }
        let lines = data.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        guard lines.count == 2,
            ContentHash.hex(of: Array(lines[1])) == String(decoding: lines[0], as: UTF8.self),
            let stored = try? JSONDecoder().decode(StoredResults.self, from: Data(lines[1]))
        else {
            try? FileManager.default.removeItem(atPath: path(of: key))
            return nil
        }
        return stored.results(for: chapter)
    }

    /// Keeps results without errors.
    func keep(_ results: ChapterResults, under key: String, of chapter: Chapter) throws(ExecutionError) {
        guard let stored = StoredResults(results, of: chapter) else { return }
        do {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let content = try encoder.encode(stored)
            try FileManager.default.createDirectory(
                atPath: folder + "/results", withIntermediateDirectories: true)
            let hash = ContentHash.hex(of: Array(content))
            try (Data((hash + "\n").utf8) + content).write(
                to: URL(fileURLWithPath: path(of: key)), options: .atomic)
        } catch {
            throw .cannotWrite(path: path(of: key), reason: error.localizedDescription)
        }
    }
}
