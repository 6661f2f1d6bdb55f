import BookModel
import BookRendering
import Foundation
import Testing

/// Pages that are not rendered again, since nothing that they were made from changed.
@Suite("Page memory")
struct PageMemoryTests {
    /// A book in a folder with a memory of its pages.
    private final class Folder {
        let folder: TemporaryFolder
        /// The chapters whose pages the last build rendered.
        private(set) var rendered: [String] = []
        private var output: URL { folder.url.appending(path: "Output") }

        init() throws {
            folder = try TemporaryFolder()
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: "Chapters"), withIntermediateDirectories: true)
        }

        private var renderer: SiteRenderer {
            get throws {
                try SiteRenderer(
                    tools: RenderingTools(store: folder.url.appending(path: "store"), root: folder.url))
            }
        }

        func memory(_ surroundings: String = "one") -> PageMemory {
            let output = output
            return PageMemory(
                folder: folder.url.appending(path: "pages"), surroundings: surroundings, hash: Self.hash,
                isWritten: { path, hash in
                    let data = try? Data(contentsOf: output.appending(path: path))
                    return data.map { Self.hash(Array($0)) } == hash
                })
        }

        /// Enough to tell the contents of a test apart.
        private static func hash(_ bytes: [UInt8]) -> String { "\(bytes.count) \(bytes.hashValue)" }

        /// Writes the picture that drafts show; none where its number is divisible by 5.
        func write(_ picture: UInt8) throws {
            let path = folder.url.appending(path: "Chapters/picture.png")
            try? FileManager.default.removeItem(at: path)
            guard picture % 5 > 0 else { return }
            try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, picture]).write(to: path)
        }

        @discardableResult
        func build(_ draft: PageDraft, _ memory: PageMemory? = nil) throws -> Site {
            let known = draft.results.mapValues { KnownResults($0) }
            rendered = []
            let site = try renderer.render(
                draft.book, results: known, memory: memory ?? self.memory()
            ) { stem, _ in rendered.append(stem) }
            try SiteWriter.write(site, to: output)
            return site
        }

        func fresh(_ draft: PageDraft) throws -> Site {
            try renderer.render(draft.book, results: draft.results)
        }

        /// The files of the output folder that are not as in a site, or not of it.
        func differences(from site: Site) throws -> [String] {
            let names =
                FileManager.default.enumerator(atPath: output.path)?.compactMap { $0 as? String } ?? []
            let files = names.filter { name in
                var isFolder: ObjCBool = false
                _ = FileManager.default.fileExists(
                    atPath: output.appending(path: name).path, isDirectory: &isFolder)
                return !isFolder.boolValue && name != SiteWriter.manifestName
            }
            let wrong = site.files.filter { path, bytes in
                (try? Array(Data(contentsOf: output.appending(path: path)))) != bytes
            }
            return wrong.keys.sorted() + files.filter { site.files[$0] == nil }.sorted()
        }

        func change(_ path: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.url.appending(path: path))
        }

        var pages: [URL] {
            let folder = folder.url.appending(path: "pages")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return names.sorted().map { folder.appending(path: $0) }
        }
    }

    @Test("after random edits every file is that of a fresh build", arguments: 1...6 as ClosedRange<UInt64>)
    func isNeverStale(seed: UInt64) throws {
        var dice = Dice(seed)
        var draft = PageDraft(chapters: 4)
        let folder = try Folder()
        try folder.write(draft.picture)
        try folder.build(draft)
        var done: [String] = []
        for _ in 0..<40 {
            done.append(PageEdits.apply(dice.number(PageEdits.count), to: &draft, &dice))
            try folder.write(draft.picture)
            let site = try folder.build(draft)
            let fresh = try folder.fresh(draft)
            let wrong = try folder.differences(from: fresh)
            let history = done.suffix(3).joined(separator: "; ")
            try #require(wrong.isEmpty, "seed \(seed), after \(history): \(wrong)")
            try #require(site.diagnostics == fresh.diagnostics, "seed \(seed), after \(history)")
            try #require(Set(site.files.keys).union(site.kept.keys) == Set(fresh.files.keys))
        }
    }

    /// Edits of the second of four chapters, and the chapters whose pages they reach.
    static let reaches: [String: (@Sendable (inout PageDraft) -> Void, [String])] = [
        "nothing": ({ _ in }, []),
        "prose": ({ $0.chapters[1].paragraphs[0] = "Other words." }, ["20-c2"]),
        "results": ({ $0.chapters[1].salt += 2 }, ["20-c2"]),
        "the way to the same results": ({ $0.chapters[1].salt += 1 }, []),
        "a section's title": ({ $0.chapters[1].sections[0].title = "Other" }, ["10-c1", "20-c2"]),
        "a chapter's title": ({ $0.chapters[1].title = "Other" }, ["20-c2", "30-c3"]),
        "a work": ({ $0.works["alpha"] = 1970 }, ["40-c4"]),
        "a work that nobody cites": ({ $0.works["beta"] = 1970 }, []),
        "the title of the book": ({ $0.title = "Other" }, []),
    ]

    @Test("a change renders the pages that it reaches and no other", arguments: reaches.keys.sorted())
    func rendersNoMore(name: String) throws {
        let (edit, stems) = try #require(Self.reaches[name])
        var draft = PageDraft(chapters: 4)
        draft.chapters[0].paragraphs.append("See [](#sec-2).")
        draft.chapters[2].paragraphs.append("See [](20-c2.md).")
        draft.chapters[3].paragraphs.append("See [@alpha].")
        let folder = try Folder()
        try folder.build(draft)
        #expect(folder.rendered.count == 4)
        edit(&draft)
        try folder.build(draft)
        #expect(folder.rendered == stems)
        #expect(try folder.differences(from: folder.fresh(draft)).isEmpty)
    }

    @Test("another engine or tool renders everything")
    func surroundingsCount() throws {
        let folder = try Folder()
        let draft = PageDraft(chapters: 2)
        try folder.build(draft)
        try folder.build(draft, folder.memory("two"))
        #expect(folder.rendered.count == 2)
    }

    @Test(
        "a page that somebody changed or removed is written again",
        arguments: ["Output/10-c1.html", "Output/assets/previews/20-c2.js"])
    func editedPagesAreMended(path: String) throws {
        let folder = try Folder()
        var draft = PageDraft(chapters: 2)
        draft.chapters[0].paragraphs.append("See [](#sec-2).")
        let fresh = try folder.build(draft)
        try folder.change(path, "edited")
        try folder.build(draft)
        #expect(folder.rendered.isEmpty)
        #expect(try folder.differences(from: fresh).isEmpty)
        try FileManager.default.removeItem(at: folder.folder.url.appending(path: path))
        try folder.build(draft)
        #expect(try folder.differences(from: fresh).isEmpty)
    }

    @Test("a damaged memory is rendered anew", arguments: [0.0, 0.5, 0.999])
    func damageIsFound(place: Double) throws {
        let folder = try Folder()
        var draft = PageDraft(chapters: 2)
        try folder.build(draft)
        for page in folder.pages {
            var bytes = Array(try Data(contentsOf: page))
            bytes[Int(Double(bytes.count) * place)] ^= 1
            try Data(bytes).write(to: page)
        }
        draft.title = "Other"
        try folder.build(draft)
        #expect(try folder.differences(from: folder.fresh(draft)).isEmpty)
    }
}
