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
}
