import BookExecution
import BookModel
import BookRendering
import Foundation

/// The results of whole chapters, so that a build asks the store about a chapter only when something changed that its
/// results may depend on.
///
/// It knows less of dependencies than the store does: any change in the chapter's file, in the files beside the
/// chapters, in a declared input or on the machine, and the chapter is not in it. Only chapters without any fault are.
/// One that cannot be written only costs time.
struct ResultMemory: Sendable {
    private let root: String
    private let folder: String
    private let files: FileHashes
    /// What the results of all chapters depend on.
    private let shared: String

    /// - Parameter identities: what results depend on of this machine, by names of our own.
    init(root: String, identities: [String: String], _ files: FileHashes) {
        self.root = root
        self.files = files
        folder = ResultStore(root: root).chapters
        // Chapters are left out: what a cell reads of another one is a declared input.
        let beside = FolderListing.files(below: root + "/Chapters").filter { !$0.hasSuffix(".md") }
            .map { "\($0)\n\(Self.hash("\(root)/Chapters/\($0)", files))" }
        let machine = identities.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)" }
        shared = Self.hash(["results 1", root] + machine + [""] + beside)
    }

    /// Names all that the results of a chapter may depend on.
    func key(of chapter: Chapter) -> String {
        let inputs = Set(chapter.cells.flatMap(\.options.inputs)).sorted()
        let variables = EnvironmentNames.variables(of: chapter).sorted { $0.key < $1.key }
        return Self.hash(
            [shared, chapter.file, chapter.source.text]
                + inputs.map { "input \($0)\n\(Self.hash("\(root)/\($0)", files))" }
                + variables.map { "variable \($0.key)\n\($0.value.map { "=" + $0 } ?? "")" })
    }

    private static func hash(_ path: String, _ files: FileHashes) -> String {
        (try? files.hash(ofFile: path)) ?? BuildManifest.absent
    }

    private static func hash(_ texts: [String]) -> String {
        FileHashes.hash(of: Array(texts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    }

    // MARK: - Files

    private struct Head: Codable {
        let key: String
        let summary: KnownResults.Summary
    }

    /// The results of a chapter; `nil` when they are not known under this key.
    func results(of chapter: Chapter, under key: String) -> KnownResults? {
        guard let file = FileManager.default.contents(atPath: path(chapter)) else { return nil }
        // The hash of all that follows, the head, the results.
        let lines = file.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3,
            FileHashes.hash(of: Array(file[lines[1].startIndex...])).utf8.elementsEqual(lines[0]),
            let head = try? JSONDecoder().decode(Head.self, from: lines[1]), head.key == key
        else { return nil }
        let content = lines[2]
        return KnownResults(head.summary) {
            // Its hash holds, so it is what this engine wrote.
            (try? JSONDecoder().decode(ChapterResults.self, from: content)) ?? ChapterResults(cells: [])
        }
    }

    /// Keeps the results of a chapter that has no fault.
    ///
    /// - Parameter key: what the chapter's key was before it ran; where it is another by now, nothing is kept.
    func keep(_ results: ChapterResults, of chapter: Chapter, under key: String) {
        guard results.isWhole, key == self.key(of: chapter) else { return }
        let stored = results.asStored
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let head = try? encoder.encode(Head(key: key, summary: KnownResults.Summary(of: stored))),
            let content = try? encoder.encode(stored)
        else { return }
        let text = Array(head) + Array("\n".utf8) + Array(content)
        try? AtomicFile.write(Data((FileHashes.hash(of: text) + "\n").utf8) + Data(text), to: path(chapter))
    }

    private func path(_ chapter: Chapter) -> String { "\(folder)/\(Self.hash([chapter.file]))" }
}

extension ChapterResults {
    /// Whether every cell gave what it should and there is nothing to say.
    var isWhole: Bool {
        diagnostics.isEmpty && cells.allSatisfy { $0.status == .ran || $0.status == .cached }
    }

    /// The results as the next build takes them from the store.
    fileprivate var asStored: ChapterResults {
        var stored = self
        for index in stored.cells.indices {
            stored.cells[index].status = .cached
            stored.cells[index].reason = CellResult.unchanged
        }
        return stored
    }
}
