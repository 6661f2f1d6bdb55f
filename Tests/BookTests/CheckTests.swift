import Foundation
import Testing

/// `book check`: everything that can be known without running.
@Suite("book check")
struct CheckTests {
    @Test func findsErrorsAndRunsNothing() throws {
        let book = try TemporaryBook([
            "1.md": """
            # One

            ```swift
            import Foundation
            print("must not appear")
            sleep(1000)
            ```

            ```swift
            let number: Int = "text"
            ```

            ```swift fails
            let right = 3
            ```

            See [](#sec-nowhere) and `{swift} nothing`.
            """
        ])
        let start = ContinuousClock.now
        let process = try BookProcess.run(["check", "--root", book.root])
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(process.status == 1)
        #expect(process.output.isEmpty)
        #expect(
            process.errors == """
                book: checking the book in \(book.root)
                book: checking Chapters/1.md
                Chapters/1.md:10:19: error: cannot convert value of type 'String' to specified type 'Int' [swift]
                let number: Int = "text"
                                  ^

                Chapters/1.md:13:1: error: the cell must fail to compile, and does not [missing-failure]
                ```swift fails
                ^
                help: take the flag out of the fence if the cell is right as it is

                Chapters/1.md:17:5: error: nothing in the book has the name 'sec-nowhere' [unknown-reference]
                See [](#sec-nowhere) and `{swift} nothing`.
                    ^~~~~~~~~~~~~~~~
                help: write {#sec-nowhere} behind a heading, or give it as 'label' of a cell

                Chapters/1.md:17:35: error: cannot find 'nothing' in scope [swift]
                See [](#sec-nowhere) and `{swift} nothing`.
                                                  ^~~~~~~

                4 errors

                """)
        #expect(book.files(in: "Output").isEmpty)
    }

    @Test func soundBookHasStatus0() throws {
        let book = try TemporaryBook(["1.md": "# One\n\n```swift\n1\n```\n", "2.md": "# Two\n"])
        let process = try BookProcess.run(["check", "--root", book.root])
        #expect(process.status == 0)
        #expect(process.output == "2 chapters checked, no errors\n")
    }

    @Test func strictCountsWarnings() throws {
        let book = try TemporaryBook(["1.md": "# One\n\n<b>raw</b>\n"])
        #expect(try BookProcess.run(["check", "--root", book.root]).status == 0)
        #expect(try BookProcess.run(["check", "--root", book.root, "--strict"]).status == 1)
    }

    /// What is wrong in a text, and what `book check` says of it: its place and its words.
    static let mistakes: [(text: String, message: String)] = [
        ("[](#nowhere)", "3:1: error: nothing in the book has the name 'nowhere' [unknown-reference]"),
        ("[](gone.md)", "3:1: error: there is no chapter 'gone.md' [unknown-reference]"),
        ("a [@nobody]", "3:4: error: Chapters/references.bib has no entry 'nobody' [unknown-citation]"),
        ("## A {#one}\n\n## B {#one}", "5:6: error: the name 'one' is taken [duplicate-name]"),
        ("a $x + \\nope$", "3:8: error: Undefined control sequence: \\nope [invalid-math]"),
        (
            "```math\na\n\\frac{b}{\n```",
            "5:10: error: Unexpected end of input in a macro argument, expected '}' [invalid-math]"
        ),
        ("> $$\n> a\n> b \\nope\n> $$", "5:5: error: Undefined control sequence: \\nope [invalid-math]"),
        ("| $\\nope$ |\n| --- |\n| 1 |", "3:4: error: Undefined control sequence: \\nope [invalid-math]"),
        (
            "$\\href{https://a.b}{x}$",
            "3:2: error: '\\href' is not allowed: formulas have no links, pictures, names or styles of their own [invalid-math]"
        ),
        (
            "$\\text{\u{202E}a}$",
            "3:8: error: a formula cannot set the direction of text, as U+202E does [invalid-math]"
        ),
        ("![a](gone.png)", "3:1: error: there is no picture 'gone.png' [missing-image]"),
        (
            "![a](text.png)",
            "3:1: error: 'text.png' is no PNG picture: its bytes are something else [unusable-image]"
        ),
        ("![a](1.md)", "3:1: error: '1.md' is not a picture of this book [unusable-image]"),
        (
            "![a](https://a.b/c.png)",
            "3:1: error: the picture 'https://a.b/c.png' is on another machine, and pages do not need a network [remote-image]"
        ),
        (
            "| a | b |\n| --- | --- |\n| 1 |",
            "5:1: error: the row has 1 column, expected 2 (those of the header) [table-row]"
        ),
        (
            "| a | b |\n| --- | --- |\n| 1 | 2 | 3 |",
            "5:11: error: the row has 3 columns, expected 2 (those of the header) [table-row]"
        ),
        ("a[^n]", "3:2: error: the footnote 'n' is not defined [undefined-footnote]"),
    ]

    @Test func mistakesInProseAreErrorsAtLineAndColumn() throws {
        var files = ["text.png": "no picture", "references.bib": ""]
        for (number, mistake) in Self.mistakes.enumerated() {
            files["\(number + 1).md"] = "# Chapter\n\n\(mistake.text)\n"
        }
        let book = try TemporaryBook(files)
        let process = try BookProcess.run(["check", "--root", book.root])
        #expect(process.status == 1)
        let errors = process.errors.split(separator: "\n").filter { $0.contains(": error: ") }
        #expect(
            Set(errors.map(String.init))
                == Set(Self.mistakes.enumerated().map { "Chapters/\($0 + 1).md:\($1.message)" }))
        #expect(errors.count == Self.mistakes.count)
    }

    @Test func mistakesInTheBibliographyAreErrorsAtLineAndColumn() throws {
        let book = try TemporaryBook([
            "1.md": "# One\n", "references.bib": "@article{a, title={A}, year=2020}\n@article{b, title={B\n",
        ])
        let process = try BookProcess.run(["check", "--root", book.root])
        #expect(process.status == 1)
        #expect(
            process.errors.contains(
                "Chapters/references.bib:2:19: error: no '}' closes the value of 'title' [bibtex-syntax]"))
    }
}
