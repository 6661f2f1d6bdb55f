import Foundation
import Testing

/// A build with nothing changed is left out, and no other.
@Suite("Nothing changed")
struct UnchangedTests {
    private static let chapter = """
        # Chapter

        ```swift
        //| inputs: [notes/input.txt]
        1 + 1
        ```

        ![A picture](../pictures/one.svg)
        """

    private static let unchanged = "book: nothing changed since the last build\n"

    private static func book() throws -> TemporaryBook {
        let book = try TemporaryBook(["1.md": chapter, "book.yml": "title: Book\n", "Data/word.txt": "one"])
        for (folder, file, text) in [
            ("notes", "input.txt", "input"),
            ("pictures", "one.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ] {
            try FileManager.default.createDirectory(
                atPath: "\(book.root)/\(folder)", withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: "\(book.root)/\(folder)/\(file)"))
        }
        // Whoever edits and builds in the same moment gets two whole builds.
        usleep(60_000)
        return book
    }

    private static func isLeftOut(
        _ book: TemporaryBook, _ arguments: [String] = [], environment: [String: String] = [:]
    ) throws -> Bool {
        let done = try BookProcess.run(["build", "--root", book.root] + arguments, environment: environment)
        #expect(done.status == 0)
        #expect(done.output == "\(book.root)/Output/index.html\n")
        return done.errors.hasSuffix(unchanged)
    }

    @Test func secondBuildIsLeftOut() throws {
        let book = try Self.book()
        #expect(try !Self.isLeftOut(book))
        let pages = book.files(in: "Output")
        #expect(try Self.isLeftOut(book))
        #expect(try Self.isLeftOut(book, ["--strict", "--jobs", "1"]))
        #expect(book.files(in: "Output") == pages)
    }

    /// What may change, by a path in the book; `nil` as content removes the file.
    @Test(
        "changed file",
        arguments: [
            ("Chapters/1.md", chapter + "\nMore."), ("Chapters/book.yml", "title: Other\n"),
            ("Chapters/book.yml", nil), ("Chapters/2.md", "# Second"), ("Chapters/Data/word.txt", "two"),
            ("Chapters/Data/new.txt", ""), ("Chapters/Data/word.txt", nil), ("Chapters/references.bib", ""),
            ("notes/input.txt", "other"),
            ("pictures/one.svg", "<svg xmlns='http://www.w3.org/2000/svg'> </svg>"),
            ("Output/1.html", "edited"), ("Output/1.html", nil), ("Output/assets/book.css", nil),
        ] as [(String, String?)])
    func changeIsSeen(_ path: String, _ content: String?) throws {
        let book = try Self.book()
        #expect(try !Self.isLeftOut(book))
        #expect(try Self.isLeftOut(book))
        let url = URL(filePath: "\(book.root)/\(path)")
        if let content {
            try Data(content.utf8).write(to: url)
        } else {
            try FileManager.default.removeItem(at: url)
        }
        #expect(try !Self.isLeftOut(book))
        usleep(60_000)
        _ = try Self.isLeftOut(book)
        #expect(try Self.isLeftOut(book))
    }

    @Test("asked for more", arguments: [["--fresh"], ["1"], ["--no-sandbox"]])
    func otherBuildIsNotLeftOut(_ arguments: [String]) throws {
        let book = try Self.book()
        #expect(try !Self.isLeftOut(book))
        #expect(try !Self.isLeftOut(book, arguments))
    }

    @Test func settingOfTheEnvironmentIsSeen() throws {
        let book = try Self.book()
        #expect(try !Self.isLeftOut(book))
        #expect(try !Self.isLeftOut(book, environment: ["OPENBLAS_VERBOSE": "0"]))
    }

    @Test func otherOutputIsAnotherBuild() throws {
        let book = try Self.book()
        #expect(try !Self.isLeftOut(book))
        let other = try BookProcess.run(["build", "--root", book.root, "--output", book.root + "/Other"])
        #expect(other.output == "\(book.root)/Other/index.html\n")
        #expect(!other.errors.hasSuffix(Self.unchanged))
        #expect(try Self.isLeftOut(book))
    }

    @Test("a book with something to say says it again")
    func faultIsSaidAgain() throws {
        let book = try TemporaryBook([
            "1.md": "# One\n\n```swift\nfunc half() { var copy = 1; print(copy) }\n```\n"
        ])
        usleep(60_000)
        let first = try BookProcess.run(["build", "--root", book.root])
        let second = try BookProcess.run(["build", "--root", book.root])
        #expect(first.errors.contains("warning: variable 'copy' was never mutated"))
        #expect(second.errors.contains("warning: variable 'copy' was never mutated"))
    }

    @Test("an edit while the book is built is in the next build")
    func editDuringBuildIsSeen() throws {
        let slow = "\n```swift\nimport Foundation\nusleep(700_000)\n```\n"
        let book = try TemporaryBook(["1.md": "# One\n\nOld.\n" + slow])
        usleep(60_000)
        let (process, output, errors) = try BookProcess.start(["build", "--root", book.root])
        usleep(400_000)
        try book.write("# One\n\nNew.\n" + slow, to: "1.md")
        process.waitUntilExit()
        for file in [output, errors] { _ = try BookProcess.text(file) }
        _ = try BookProcess.run(["build", "--root", book.root])
        let page = try #require(book.files(in: "Output")["1.html"])
        #expect(String(decoding: page, as: UTF8.self).contains("New."))
    }
}
