import Foundation
import Testing

/// `book export`: what is written where, that it is the same every time, and when nothing is.
@Suite("book export")
struct ExportTests {
    static let formats = ["html", "epub", "ipynb", "markdown"]

    /// The book of the fixtures with every construct.
    static func soundBook() throws -> TemporaryBook {
        let book = try TemporaryBook()
        let folder = FixtureBook.fixtures.appending(path: "export/sound")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try book.write(Data(contentsOf: folder.appending(path: name)), to: name)
        }
        return book
    }

    private static func export(_ book: TemporaryBook, _ arguments: [String], path: String? = nil) throws
        -> BookProcess
    {
        try BookProcess.run(
            ["export"] + arguments + ["--root", book.root], environment: path.map { ["PATH": $0] } ?? [:])
    }

    @Test(
        "default places",
        arguments: [
            ("html", "Output/dice-doubt.html", ["dice-doubt.html"]),
            ("epub", "Output/dice-doubt.epub", ["dice-doubt.epub"]),
            (
                "ipynb", "Output/notebooks",
                ["notebooks/01-a-die.ipynb", "notebooks/02-two-dice.ipynb", "notebooks/A-words.ipynb"]
            ),
            ("markdown", "Output/dice-doubt.md", ["dice-doubt.md", "llms.txt"]),
        ])
    func lastLineIsThePathBesideThePages(_ format: String, _ place: String, _ files: [String]) throws {
        let book = try Self.soundBook()
        let process = try Self.export(book, [format, "--strict"])
        #expect(process.status == 0, "\(process.errors)")
        #expect(process.output == "\(book.root)/\(place)\n")
        #expect(book.files(in: "Output").keys.sorted() == files)
    }

    @Test("twice", arguments: formats)
    func twoExportsAreTheSameBytes(_ format: String) throws {
        let (first, second) = (try Self.soundBook(), try Self.soundBook())
        for book in [first, second] { #expect(try Self.export(book, [format]).status == 0) }
        #expect(!first.files(in: "Output").isEmpty)
        #expect(first.files(in: "Output") == second.files(in: "Output"))
    }

    @Test func twoPrintsAreTheSameBytes() throws {
        let book = try Self.soundBook()
        var prints: [Data] = []
        for name in ["a.pdf", "b.pdf"] {
            let process = try Self.export(book, ["pdf", "--output", book.root + "/" + name])
            #expect(process.status == 0, "\(process.errors)")
            prints.append(try #require(FileManager.default.contents(atPath: book.root + "/" + name)))
        }
        #expect(prints[0].starts(with: Data("%PDF-".utf8)))
        #expect(prints[0] == prints[1])
    }

    @Test func theTimeInAnEPUBIsThatOfThePackager() throws {
        let book = try Self.soundBook()
        var files: Set<Data> = []
        for seconds in [nil, "0", "86400"] {
            let process = try BookProcess.run(
                ["export", "epub", "--root", book.root],
                environment: seconds.map { ["SOURCE_DATE_EPOCH": $0] } ?? [:])
            #expect(process.status == 0)
            files.formUnion(book.files(in: "Output").values)
        }
        #expect(files.count == 3)
        let wrong = try BookProcess.run(
            ["export", "epub", "--root", book.root], environment: ["SOURCE_DATE_EPOCH": "yesterday"])
        #expect(wrong.status == 2)
        #expect(
            wrong.errors.hasSuffix(
                """
                book: SOURCE_DATE_EPOCH is 'yesterday'
                help: set it to a number of seconds since 1970, or leave it away

                """))
    }

    @Test func aBookWithErrorsIsNotExported() throws {
        let book = try TemporaryBook(["1.md": "# One\n\n```swift\nlet x: Int = \"no\"\n```\n"])
        let process = try Self.export(book, ["epub"])
        #expect(process.status == 1)
        #expect(process.output.isEmpty)
        #expect(process.errors.contains("Chapters/1.md:4:14: error: "), "\(process.errors)")
        #expect(book.files(in: "Output").isEmpty)
    }

    @Test func warningsStopItOnlyWhenAskedTo() throws {
        let book = try TemporaryBook(["1.md": "# One\n\n[x](javascript:alert)\n"])
        let strict = try Self.export(book, ["html", "--strict"])
        #expect(strict.status == 1)
        #expect(strict.errors.contains("1 warning; --strict counts warnings as errors"))
        #expect(book.files(in: "Output").isEmpty)
        #expect(try Self.export(book, ["html"]).status == 0)
    }

    @Test func chosenChaptersAreAllThatIsThere() throws {
        let book = try Self.soundBook()
        try book.write("# Broken\n\n[](#nowhere)\n", to: "03-broken.md")
        let process = try Self.export(book, ["html", "1", "--output", book.root + "/one.html"])
        #expect(process.status == 0, "\(process.errors)")
        let page = String(
            decoding: try #require(FileManager.default.contents(atPath: book.root + "/one.html")),
            as: UTF8.self)
        #expect(page.contains("<article class=\"chapter\" id=\"chapter-01-a-die\">"))
        #expect(!page.contains("id=\"chapter-02"))
        // What leads to a chapter that is not there is text.
        #expect(page.contains("and Chapter\u{A0}2, Two dice throws two"))
        #expect(!page.contains("href=\"02-two-dice"))
        #expect(!page.contains("Broken"))
    }

    @Test func anExistingFolderIsWhereTheFileGoes() throws {
        let book = try Self.soundBook()
        let process = try Self.export(book, ["epub", "--output", book.root])
        #expect(process.output == "\(book.root)/dice-doubt.epub\n")
        #expect(FileManager.default.fileExists(atPath: book.root + "/dice-doubt.epub"))
        let other = try Self.export(book, ["epub", "--output", book.root + "/new/"])
        #expect(other.output == "\(book.root)/new/dice-doubt.epub\n")
    }

    @Test func aChapterThatHasTheNameOfTheBookKeepsItsPage() throws {
        let book = try TemporaryBook(["dice.md": "# Dice\n", "book.yml": "title: Dice\n"])
        #expect(try Self.export(book, ["html"]).output == "\(book.root)/Output/dice-book.html\n")
    }

    @Test func pagesAreBuiltBesideExportsAndLeaveThem() throws {
        let book = try Self.soundBook()
        #expect(try Self.export(book, ["markdown"]).status == 0)
        try book.build()
        #expect(book.page("llms.txt") != nil)
        #expect(book.page("dice-doubt.md") != nil)
    }

    @Test func withoutChromiumNamesTheWayToGetIt() throws {
        let book = try Self.soundBook()
        let folders =
            ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        let browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
        let links = book.root + "/programs"
        try FileManager.default.createDirectory(atPath: links, withIntermediateDirectories: true)
        for name in ["swiftc", "bwrap"] {
            let folder = try #require(
                folders.first { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") })
            try FileManager.default.createSymbolicLink(
                atPath: "\(links)/\(name)", withDestinationPath: "\(folder)/\(name)")
        }
        let process = try Self.export(book, ["pdf"], path: links)
        #expect(process.status == 3)
        #expect(
            process.errors.hasSuffix(
                """
                book: Chromium, which prints the book: missing (looked for \(browsers.joined(separator: ", ")) on PATH)
                help: install it with `apt-get install chromium`, or export another form, such as epub

                """), "\(process.errors)")
        #expect(book.files(in: "Output").isEmpty)
    }

    @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
        let book = try Self.soundBook()
        try book.write("a file", to: "taken")
        let process = try Self.export(book, ["html", "--output", book.root + "/Chapters/taken/book.html"])
        #expect(process.status == 3)
        #expect(
            process.errors.contains("book: cannot write '\(book.root)/Chapters/taken': "), "\(process.errors)"
        )
    }
}
