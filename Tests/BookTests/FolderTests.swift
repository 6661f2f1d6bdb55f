import Foundation
import Testing

/// Files that are no sound text, or no sound Markdown: one book, one build, one row a file.
@Suite("A file of a book")
struct FileTests {
    static let files: [(name: String, bytes: [UInt8])] = [
        ("empty", []),
        ("blank", Array(" \n\n\t\n".utf8)),
        ("byte-order-mark", [0xEF, 0xBB, 0xBF] + Array("# A mark\n\n```swift\nprint(\"runs\")\n```\n".utf8)),
        (
            "carriage-returns",
            Array("# Ends\r\n\r\n```swift\r\nprint(\"runs\")\r\nlet x: Int = \"\"\r\n```\r\n".utf8)
        ),
        (
            "not-utf8",
            Array("# Bytes\n\nGood, then ".utf8) + [0xE9] + Array(".\n\n```swift\nprint(1)\n```\n".utf8)
        ),
        (
            "null-byte",
            Array("# Zero\n\nGood, then ".utf8) + [0] + Array(".\n\n```swift\nprint(\"runs\")\n```\n".utf8)
        ),
        (
            "unclosed-fence",
            Array("# Open\n\n```swift\nprint(\"first\")\n```\n\n```swift\nprint(2)\n\nProse.\n".utf8)
        ),
        (
            "interrupted-fence",
            Array("# Open\n\n```swift\nprint(1)\n\n```swift\nprint(2)\n```\n\nProse.\n".utf8)
        ),
        (
            "nested-fences",
            Array("# Nested\n\n````text\n```swift\nprint(1)\n```\n````\n\n```swift\nprint(2)\n```\n".utf8)
        ),
        ("tilde-fence", Array("# Tilde\n\n~~~swift\nprint(\"\"\"\n```\nin it\n```\n\"\"\")\n~~~\n".utf8)),
        (
            "cell-in-list",
            Array("# List\n\n- item\n\n  ```swift\n  print(1)\n  ```\n\n```swift\nprint(2)\n```\n".utf8)
        ),
        (
            "cell-in-quote",
            Array("# Quote\n\n> ```swift\n> print(1)\n> ```\n\n```swift\nprint(2)\n```\n".utf8)
        ),
        (
            "indented-cell",
            Array("# Indented\n\n  ```swift\n  print(1)\n  ```\n\n```swift\nprint(2)\n```\n".utf8)
        ),
        ("no-cells", Array("# Prose\n\nOnly prose.\n".utf8)),
        (
            "empty-cell",
            Array("# Nothing\n\n```swift\n```\n\n```swift\n// only a comment\n```\n\n```swift\n3\n```\n".utf8)
        ),
        (
            "label-twice",
            Array(
                "# Twice {#sec-twice}\n\n```swift\n//| label: one\n1\n```\n\n```swift\n//| label: one\n2\n```\n"
                    .utf8)
        ),
        ("label-elsewhere", Array("# Elsewhere {#sec-twice}\n\n```swift\nprint(\"runs\")\n```\n".utf8)),
        ("01-same", Array("# One\n\n```swift\nprint(\"one\")\n```\n".utf8)),
        ("02-Same", Array("# Two\n\n```swift\nprint(\"two\")\n```\n".utf8)),
    ]

    private static let built = Result {
        let book = try TemporaryBook()
        for file in files { try book.write(Data(file.bytes), to: file.name + ".md") }
        try book.write("title: All files\nunknown: 1\n", to: "book.yml")
        try book.write("not a chapter", to: ".hidden.md")
        return try book.build()
    }

    @Test("terminal and report", arguments: files.map(\.name))
    func saysWhatIsWrongAndWhere(_ name: String) throws {
        try expectGolden(
            try Self.built.get().transcript(of: name), FixtureBook.folder("files", name + ".txt"))
    }

    @Test("page", arguments: files.map(\.name))
    func isWritten(_ name: String) throws {
        #expect(try Self.built.get().book.page(name + ".html") != nil)
    }

    @Test func proseOfAFaultyFileIsNotLost() throws {
        let book = try Self.built.get().book
        #expect(try #require(book.page("not-utf8.html")).contains("Good, then \u{FFFD}."))
        #expect(try #require(book.page("unclosed-fence.html")).contains("Prose."))
        #expect(try #require(book.page("interrupted-fence.html")).contains("Prose."))
    }

    @Test func unknownKeyOfTheBookIsAnError() throws {
        let errors = try Self.built.get().process.errors
        #expect(
            errors.contains(
                """
                Chapters/book.yml:2:1: error: unknown key 'unknown' of book.yml [unknown-key]
                unknown: 1
                ^~~~~~~
                help: its keys are
                """), "\(errors.prefix(2000))")
    }
}

/// Folders that are no books.
@Suite("A folder")
struct FolderTests {
    @Test func withoutChaptersIsWrongUse() throws {
        let folder =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
            + "/book-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for command in ["build", "check", "run"] {
            let process = try BookProcess.run([command, "--root", folder] + (command == "run" ? ["1"] : []))
            #expect(process.status == 2)
            #expect(process.output.isEmpty)
            let words = process.errors.split(separator: "\n", maxSplits: 1).last.map(String.init)
            #expect(
                words == """
                    book: there is no folder Chapters/ in \(folder)
                    help: name the folder that holds Chapters/ with --root, or make one with a Markdown file in it

                    """)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test func withEmptyChaptersIsAnErrorOfTheBook() throws {
        let book = try TemporaryBook()
        let process = try BookProcess.run(["build", "--root", book.root])
        #expect(process.status == 2)
        #expect(process.output.isEmpty)
        #expect(
            process.errors == """
                book: building the book in \(book.root)
                book: there is no Markdown file in \(book.root)/Chapters
                help: write a chapter, such as Chapters/01-first.md

                """)
    }

    @Test func thatDoesNotExistIsWrongUse() throws {
        let process = try BookProcess.run(["build", "--root", "/nowhere/at all"])
        #expect(process.status == 2)
        #expect(process.errors.contains("book: there is no folder Chapters/ in /nowhere/at all\n"))
    }

    @Test func isBuiltFromAnywhereByItsRelativePath() throws {
        let book = try TemporaryBook(["1.md": "# One\n\n```swift\n40 + 2\n```\n"])
        let parent = URL(filePath: book.root).deletingLastPathComponent().path
        let name = URL(filePath: book.root).lastPathComponent
        let process = try BookProcess.run(["build", "--root", name, "--output", name + "/Pages"], in: parent)
        #expect(process.status == 0, "\(process.errors)")
        #expect(process.output == "\(book.root)/Pages/index.html\n")
        #expect(book.page("1.html") == nil)
        #expect(book.files(in: "Pages")["1.html"] != nil)
    }

    @Test func withTenMegabytesOfProseLosesNothing() throws {
        let sentence =
            "Sentence number %, with *emphasis*, `code`, [a link](https://example.org) and $x^2$.\n\n"
        var text = "# Long\n\n```swift\nprint(\"before\")\n```\n\n"
        var count = 0
        while text.utf8.count < 10_000_000 {
            count += 1
            text += sentence.replacing("%", with: String(count))
        }
        text += "```swift\nlet wrong: Int = \"\"\n```\n"
        let book = try TemporaryBook(["long.md": text])
        let built = try book.build()
        let line = 7 + 2 * count + 1
        #expect(built.process.status == 1)
        #expect(built.report.diagnostics.map(\.line) == [line])
        #expect(try built.chapter("long").cells.map(\.text) == ["before", ""])
        let page = try #require(book.page("long.html"))
        #expect(page.ranges(of: "Sentence number ").count == count)
        #expect(page.contains("Sentence number \(count),"))
    }
}
