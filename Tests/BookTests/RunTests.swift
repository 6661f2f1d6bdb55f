import Foundation
import Testing

/// `book run`: one chapter or one cell, in the terminal.
@Suite("book run")
struct RunTests {
    private static let book = Result {
        try TemporaryBook([
            "03-parameters.md": """
            # Parameters

            ```swift parameters
            let gamma = 2
            let scale: Double = 1.5
            let name = "anna"
            let isOn = false
            var large = -1_000
            ```

            ```swift
            //| label: shown
            print(gamma, scale, name, isOn, large)
            gamma * 2
            ```

            ```swift
            //| label: last
            fatalError("never reached")
            ```
            """,
            "04-output.md": """
            # Output

            ```swift
            print("first\\u{1B}[31m\\u{7}")
            ```

            ```swift throws
            //| label: thrower
            struct Refusal: Error {}
            throw Refusal()
            ```
            """,
        ])
    }

    private static func run(_ arguments: [String]) throws -> BookProcess {
        try BookProcess.run(["run", "--root", try book.get().root] + arguments)
    }

    @Test(
        "--set",
        arguments: [
            ([], "2 1.5 anna false -1000\n4"),
            (["gamma=3"], "3 1.5 anna false -1000\n6"),
            (["gamma=-3", "large=5"], "-3 1.5 anna false 5\n-6"),
            (["scale=2.5e-3", "name=\"bo b\"", "isOn=true", "large=-7"], "2 0.0025 bo b true -7\n4"),
            (["gamma=0x10", "scale=1_000.5", "name=\"a=b\""], "16 1000.5 a=b false -1000\n32"),
        ] as [([String], String)])
    func changesAConstant(_ values: [String], _ text: String) throws {
        let process = try Self.run(["3#shown"] + values.flatMap { ["--set", $0] })
        #expect(process.status == 0, "\(process.errors)")
        let lines = process.output.split(separator: "\n", maxSplits: 1).map(String.init)
        #expect(lines.first?.hasPrefix("── shown  Chapters/03-parameters.md:12  ran in ") == true)
        #expect(lines.last == text + "\n")
    }

    @Test(
        "--set with a fault",
        arguments: [
            ("gama=3", "Chapters/03-parameters.md has no parameter 'gama'\nhelp: did you mean 'gamma'?"),
            (
                "other=3",
                "Chapters/03-parameters.md has no parameter 'other'\n"
                    + "help: parameters of this chapter: gamma, scale, name, isOn, large"
            ),
            (
                "gamma=run()",
                "'run()' is not a value that the parameter 'gamma' can take\n"
                    + "help: give a number, true, false or a string in quotation marks: --set gamma=3"
            ),
            (
                "name=\"\\(1)\"",
                "'\"\\(1)\"' is not a value that the parameter 'name' can take\n"
                    + "help: give a number, true, false or a string in quotation marks: --set name=3"
            ),
        ])
    func isWrongUseWithARepair(_ value: String, _ message: String) throws {
        let process = try Self.run(["3#shown", "--set", value])
        #expect(process.status == 2)
        #expect(process.output.isEmpty)
        #expect(process.errors.split(separator: "\n", maxSplits: 1).last == "book: \(message)\n")
    }

    @Test func valueOfAnotherTypeIsAnErrorAtTheConstant() throws {
        let process = try Self.run(["3#shown", "--set", "scale=true"])
        #expect(process.status == 1)
        #expect(
            process.errors.hasSuffix(
                """
                Chapters/03-parameters.md:5:21: error: cannot convert value of type 'Bool' to specified type 'Double' [swift]
                let scale: Double = 1.5
                                    ^

                1 error

                """), "\(process.errors)")
    }

    @Test func wholeChapterShowsEachCellAndControlCharactersAsPictures() throws {
        let process = try Self.run(["output"])
        #expect(process.status == 0)
        let lines = process.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 4)
        #expect(lines[0].hasPrefix("── cell-1  Chapters/04-output.md:4  ran in "))
        #expect(lines[1] == "first␛[31m␇")
        #expect(lines[2].hasPrefix("── thrower  Chapters/04-output.md:8  ran in "))
        #expect(lines[3] == "Refusal()")
    }

    @Test func failureHasStatus1AndKeepsWhatCameBefore() throws {
        let process = try Self.run(["03-parameters.md"])
        #expect(process.status == 1)
        #expect(process.output.contains("2 1.5 anna false -1000\n4\n"))
        #expect(process.output.contains("── last  Chapters/03-parameters.md:18  failed"))
        #expect(
            process.errors.hasSuffix(
                """
                Chapters/03-parameters.md:19:1: error: the cell trapped: never reached [trap]
                fatalError("never reached")
                ^~~~~~~~~~
                help: mark the cell `traps` if that is what it shows

                1 error

                """), "\(process.errors)")
    }

    @Test(
        "an unknown cell",
        arguments: [
            ("3#showm", "there is no cell 'showm' in Chapters/03-parameters.md\nhelp: did you mean 'shown'?"),
            ("3#7", "there is no cell '7' in Chapters/03-parameters.md\nhelp: cells: cell-1, shown, last"),
        ])
    func isWrongUse(_ word: String, _ message: String) throws {
        let process = try Self.run([word])
        #expect(process.status == 2)
        #expect(process.output.isEmpty)
        #expect(process.errors.hasSuffix("\nbook: \(message)\n"))
    }

    @Test func leavesPagesAndStoredResultsAsTheyAre() throws {
        let book = try TemporaryBook(["1.md": "# One\n\n```swift\n1 + 1\n```\n"])
        let process = try BookProcess.run(["run", "--root", book.root, "1#1"])
        #expect(process.status == 0)
        #expect(process.output.hasSuffix("\n2\n"))
        #expect(book.files(in: "Output").isEmpty)
        #expect(book.files(in: ".book/results").isEmpty)
        #expect(book.files(in: ".book/values").isEmpty)
    }
}
