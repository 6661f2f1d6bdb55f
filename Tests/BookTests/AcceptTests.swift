import Foundation
import Testing

/// `book accept`: what cells show becomes what they are expected to show.
@Suite("book accept")
struct AcceptTests {
    private static func accept(_ book: TemporaryBook, _ arguments: [String] = []) throws -> BookProcess {
        try BookProcess.run(["accept", "--root", book.root] + arguments)
    }

    private static func text(_ book: TemporaryBook, _ path: String) -> String? {
        FileManager.default.contents(atPath: "\(book.root)/Chapters/\(path)").map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static let chapter = """
        # One

        Prose with two blanks at its end.\u{20}\u{20}

        ```swift
        //| label: sum
        //| expect: "3"  # of two numbers
        1 + 3
        ```

        ```swift
        //| expect: |
        //|   a
        //|
        //| time-limit: 20
        print("b")
        print("  c")
        ```

        ```swift
        //| expect-file: 01-one.expected/many.txt
        for i in 1...3 { print("\\u{1B}", i) }
        ```

        ```swift
        //| expect: "5"
        5
        ```
        No line feed ends this file.
        """

    private static let accepted = chapter.replacing("\"3\"  #", with: "\"4\"  #")
        .replacing("//|   a\n", with: "//|   b\n//|     c\n")

    @Test("line ends", arguments: ["\n", "\r\n"])
    func roundTripChangesOnlyTheOptionAndThenNothing(_ lineEnd: String) throws {
        let book = try TemporaryBook(["01-one.md": Self.chapter.replacing("\n", with: lineEnd)])
        let preview = try Self.accept(book, ["--dry-run"])
        #expect(preview.status == 0, "\(preview.errors)")
        #expect(
            preview.output.hasSuffix(
                "\n3 outputs would be accepted, in Chapters/01-one.expected/many.txt Chapters/01-one.md; nothing is written\n"
            ))
        #expect(book.files(in: "Chapters").keys.sorted() == ["01-one.md"])
        #expect(Self.text(book, "01-one.md") == Self.chapter.replacing("\n", with: lineEnd))

        let first = try Self.accept(book, ["one"])
        #expect(first.status == 0, "\(first.errors)")
        #expect(
            first.output == """
                Chapters/01-one.md:5: sum
                - 3
                + 4
                  ^

                Chapters/01-one.md:11: cell-2
                - a
                + b
                +   c

                Chapters/01-one.md:20: cell-3 in Chapters/01-one.expected/many.txt
                + ␛ 1
                + ␛ 2
                + ␛ 3

                3 outputs accepted; review them with `git -C \(book.root) diff Chapters/01-one.expected/many.txt Chapters/01-one.md`

                """)
        let text = try #require(Self.text(book, "01-one.md"))
        #expect(Array(text.utf8) == Array(Self.accepted.replacing("\n", with: lineEnd).utf8))
        #expect(Self.text(book, "01-one.expected/many.txt") == "\u{1B} 1\n\u{1B} 2\n\u{1B} 3\n")

        let built = try book.build()
        #expect(built.process.status == 0, "\(built.process.errors)")
        #expect(try built.chapter("01-one").cells.map(\.status) == ["cached", "cached", "cached", "cached"])

        let files = book.files(in: "Chapters")
        let second = try Self.accept(book)
        #expect(second.status == 0)
        #expect(second.output == "nothing to accept: all 4 cells show what they are expected to\n")
        #expect(book.files(in: "Chapters") == files)
    }

    @Test func nothingIsTakenFromWhatFailsOtherwise() throws {
        let book = try TemporaryBook([
            "1.md": """
            # Faults

            ```swift
            //| expect: "1"
            claim("never", 3, .equals(2))
            ```

            ```swift
            //| expect: "1"
            print("\\u{1B}[1m")
            ```

            ```swift
            //| expect: "1"
            2
            ```

            ```swift
            //| expect: "1"
            //| tolerance: {speed: 1}
            2
            ```

            ```swift
            //| expect: "1"
            print(2)
            fatalError("stop")
            ```

            ```swift
            //| expect: "1"
            2
            ```
            """,
            "2.md": "# Error in the file\n\n[](#nowhere)\n\n```swift\n//| expect: \"1\"\n2\n```\n",
        ])
        let process = try Self.accept(book)
        #expect(process.status == 1)
        #expect(
            process.output == """
                Chapters/1.md:13: cell-3
                - 1
                + 2
                  ^

                1 output accepted; review them with `git -C \(book.root) diff Chapters/1.md`

                """)
        #expect(Self.text(book, "1.md")?.components(separatedBy: "expect: \"1\"").count == 6)
        #expect(Self.text(book, "2.md")?.contains("expect: \"1\"") == true)
        #expect(
            process.errors.contains(
                """
                Chapters/1.md:9:5: error: line 1 of the output holds the character U+001B, which an option cannot hold [cannot-accept]
                //| expect: "1"
                    ^~~~~~
                help: write '//| expect-file: 1.expected/cell-2.txt' in its place, then run `book accept` again
                """), "\(process.errors)")
        for identifier in ["[claim]", "[unknown-column]", "[trap]", "[unknown-reference]"] {
            #expect(process.errors.contains(identifier), "\(process.errors)")
        }
    }

    @Test func oneFileForTwoTextsIsRefused() throws {
        let cell = { (value: Int) in "```swift\n//| expect-file: a.expected/x.txt\n\(value)\n```\n" }
        let book = try TemporaryBook(["1.md": "# One\n\n\(cell(1))\n\(cell(2))"])
        let process = try Self.accept(book)
        #expect(process.status == 1)
        #expect(
            process.errors.contains(
                """
                Chapters/1.md:9:5: error: Chapters/a.expected/x.txt is what another cell expects too, and the two show different texts [cannot-accept]
                //| expect-file: a.expected/x.txt
                    ^~~~~~~~~~~
                help: give each cell a file of its own
                """), "\(process.errors)")
        #expect(Self.text(book, "a.expected/x.txt") == "1\n")
    }

    /// The program itself cannot write to the chapter; here it runs without the sandbox, as an editor would beside it.
    @Test func fileThatChangedMeanwhileIsNotOverwritten() throws {
        let book = try TemporaryBook()
        let path = "\(book.root)/Chapters/1.md"
        let text = """
            # One

            ```swift
            //| expect: "1"
            import Foundation
            let editor = Process()
            editor.executableURL = URL(filePath: "/bin/sh")
            editor.arguments = ["-c", "echo '# Other' > '\(path)'"]
            try editor.run()
            editor.waitUntilExit()
            2
            ```

            """
        try book.write(text, to: "1.md")
        let process = try Self.accept(book, ["--no-sandbox"])
        #expect(process.status == 1)
        #expect(process.output == "nothing accepted\n")
        #expect(
            process.errors.contains(
                "Chapters/1.md: error: the file changed after it was read, so it is left as it is [changed-file]\n"
                    + "help: run `book accept` again"), "\(process.errors)")
        #expect(Self.text(book, "1.md") == "# Other\n")
    }

    @Test func linkAndPermissionsStay() throws {
        let book = try TemporaryBook(["elsewhere/1.md": "# One\n\n```swift\n//| expect: \"1\"\n2\n```\n"])
        let file = "\(book.root)/Chapters/elsewhere/1.md"
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        let link = "\(book.root)/Chapters/1.md"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "elsewhere/1.md")
        #expect(try Self.accept(book).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "elsewhere/1.md")
        #expect(Self.text(book, "elsewhere/1.md")?.contains("expect: \"2\"") == true)
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func bookThatExpectsNothingHasNothingToAccept() throws {
        let book = try TemporaryBook(["1.md": "# One\n\n```swift\n2\n```\n"])
        let process = try Self.accept(book)
        #expect(process.status == 0)
        #expect(process.output == "nothing to accept: no cell has the option `expect` or `expect-file`\n")
        let unknown = try Self.accept(book, ["2"])
        #expect(unknown.status == 2)
        #expect(unknown.errors.hasSuffix("\nbook: there is no chapter '2'\nhelp: did you mean '1'?\n"))
    }
}
