import BookRendering
import Foundation
import Testing

@Suite("SiteWriter")
struct SiteWriterTests {
    private let temporary: TemporaryFolder
    private var folder: URL { temporary.url.appending(path: "Output") }

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func write(_ files: [String: String]) throws {
        try SiteWriter.write(Site(files: files.mapValues { Array($0.utf8) }), to: folder)
    }

    private func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("files and folders are made")
    func filesAreWritten() throws {
        try write(["index.html": "a", "assets/book.css": "b"])
        #expect(try names() == [".book-files", "assets", "assets/book.css", "index.html"])
        #expect(try String(contentsOf: folder.appending(path: "assets/book.css"), encoding: .utf8) == "b")
    }

    @Test("pages that are gone are removed, with folders that are empty then; other files stay")
    func onlyOwnFilesAreRemoved() throws {
        try write(["index.html": "a", "old.html": "b", "assets/fonts/x.woff2": "c"])
        try "mine".write(to: folder.appending(path: "README.md"), atomically: true, encoding: .utf8)
        try "mine".write(to: folder.appending(path: "other.html"), atomically: true, encoding: .utf8)
        try write(["index.html": "a"])
        #expect(try names() == [".book-files", "README.md", "index.html", "other.html"])
    }

    @Test(
        "a list of files that leads out of the folder",
        arguments: ["../precious", "/tmp/precious", "a/../../precious"])
    func outsideIsNotRemoved(path: String) throws {
        let precious = temporary.url.appending(path: "precious")
        try "mine".write(to: precious, atomically: true, encoding: .utf8)
        try write(["index.html": "a"])
        try "\(path)\n".write(to: folder.appending(path: ".book-files"), atomically: true, encoding: .utf8)
        try write(["index.html": "a"])
        #expect(FileManager.default.fileExists(atPath: precious.path))
    }

    @Test("a file whose contents are there already is not touched")
    func unchangedFilesKeepTheirTime() throws {
        try write(["index.html": "a", "x.html": "b"])
        let old = Date(timeIntervalSince1970: 1_000_000)
        for name in ["index.html", "x.html", ".book-files"] {
            try FileManager.default.setAttributes(
                [.modificationDate: old], ofItemAtPath: folder.appending(path: name).path)
        }
        try write(["index.html": "a", "x.html": "c"])
        func time(_ name: String) throws -> Date? {
            try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)[
                .modificationDate]
                as? Date
        }
        #expect(try time("index.html") == old)
        #expect(try time(".book-files") == old)
        #expect(try time("x.html") != old)
    }

    @Test("a file in the place of the folder")
    func fileInPlaceOfFolder() throws {
        try "x".write(to: folder, atomically: true, encoding: .utf8)
        let error = #expect(throws: SiteWriteError.self) { try write(["index.html": "a"]) }
        #expect(error?.description == "cannot write '\(folder.path)': Not a directory")
    }

    @Test("a page that cannot be written leaves every page as it was")
    func nothingIsPartial() throws {
        try write(["a.html": "old", "z.html": "old"])
        // A name of more than 255 bytes is refused by every file system here, also for root.
        let long = String(repeating: "z", count: 250) + ".html"
        let error = #expect(throws: SiteWriteError.self) { try write(["a.html": "new", long: "x"]) }
        #expect(error?.description == "cannot write '\(folder.path)/\(long)': File name too long")
        #expect(try String(contentsOf: folder.appending(path: "a.html"), encoding: .utf8) == "old")
        #expect(try names() == [".book-files", "a.html", "z.html"])
    }

    @Test("what a killed build left is removed, what a running one writes is not")
    func leftoversAreRemoved() throws {
        try write(["index.html": "a"])
        let running = ".book-new-\(getppid())-index.html"
        for name in [".book-new-999999999-index.html", running] {
            try "x".write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }
        try write(["index.html": "a"])
        #expect(try names() == [".book-files", running, "index.html"].sorted())
    }
}
