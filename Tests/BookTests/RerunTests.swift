import Foundation
import Testing

/// What a second build does and says: reasons, kept values, comparisons.
@Suite("A rerun")
struct RerunTests {
    private static let chapter = """
        # Rerun

        ```swift
        //| label: data
        let samples = [1.0, 2.0, 3.0]
        ```

        ```swift keep
        //| label: train
        struct Model: Codable { var weights: [Double] }
        var model = Model(weights: samples)
        for index in model.weights.indices { model.weights[index] *= 2 }
        print("trained")
        ```

        ```swift
        //| label: use
        model.weights.reduce(0, +)
        ```
        """

    private static func reasons(_ built: BuiltBook) throws -> [String] {
        try built.chapter("rerun").cells.map { "\($0.id) \($0.status): \($0.reason)" }
    }

    @Test func figureOfAKeptModelDoesNotTrainItAgain() throws {
        let book = try TemporaryBook(["rerun.md": Self.chapter])
        try book.build()
        try book.write(Self.chapter.replacing("reduce(0, +)", with: "reduce(1, +)"), to: "rerun.md")
        let second = try book.build()
        #expect(
            try Self.reasons(second) == [
                "data cached: nothing it depends on changed", "train cached: nothing it depends on changed",
                "use ran: its code changed",
            ])
        #expect(try second.chapter("rerun").cells[2].text == "13.0")
        // Nothing of the training ran again: it would have printed, and its program would have had another cell.
        #expect(second.process.errors.contains("book: Chapters/rerun.md#use: its code changed\n"))
        #expect(!second.process.errors.contains("#train:"))
    }

    @Test func lostKeptValueIsComputedAgain() throws {
        let book = try TemporaryBook(["rerun.md": Self.chapter])
        try book.build()
        try FileManager.default.removeItem(atPath: book.root + "/.book/values")
        try book.write(Self.chapter.replacing("reduce(0, +)", with: "reduce(1, +)"), to: "rerun.md")
        #expect(try book.build().chapter("rerun").cells.map(\.text) == ["", "trained", "13.0"])
    }

    @Test(
        "a value that cannot be kept",
        arguments: [
            (
                "struct Plain {}\nlet plain = Plain()", "5:5",
                "'plain' of type ChapterProgram.Plain cannot be kept: its type is not Codable"
            ),
            (
                "final class Shared: Codable {}\nlet shared = Shared()", "5:5",
                "'shared' of type ChapterProgram.Shared cannot be kept: it is or holds an object, which others may"
                    + " change; only values can be kept"
            ),
            (
                """
                struct Forgetful: Codable, Equatable {
                    var kept = 1; var lost = 0
                    enum CodingKeys: CodingKey { case kept }
                }
                let forgetful = Forgetful(lost: 5)
                """, "8:5",
                "'forgetful' of type ChapterProgram.Forgetful cannot be kept: it does not come back equal after it is"
                    + " stored"
            ),
        ])
    func isAnErrorAtItsVariable(_ code: String, _ place: String, _ message: String) throws {
        let book = try TemporaryBook(["keep.md": "# Keep\n\n```swift keep\n\(code)\n```\n"])
        let built = try book.build()
        #expect(built.process.status == 1)
        let fault = try #require(try built.chapter("keep").diagnostics.first)
        #expect("\(fault.line ?? 0):\(fault.column ?? 0)" == place)
        #expect(fault.message == message)
    }

    @Test func whyNamesWhatChanged() throws {
        let book = try TemporaryBook([
            "rerun.md": Self.chapter.replacing(
                "label: data", with: "label: data\n//| inputs: [Chapters/a.csv]"),
            "a.csv": "1",
        ])
        func why(_ word: String) throws -> String {
            try BookProcess.run(["why", "--root", book.root, word]).output
        }
        #expect(
            try why("rerun#use").hasPrefix("use  Chapters/rerun.md:18  would run: it has not run before\n"))
        try book.build()
        #expect(
            try why("rerun#use").hasPrefix(
                "use  Chapters/rerun.md:18  would not run: nothing it depends on changed\n"))
        #expect(
            try why("rerun#use").contains(
                "\n  depends on the cells: data, train\n  on the inputs: Chapters/a.csv\n"))
        try book.write("2", to: "a.csv")
        #expect(
            try why("rerun") == """
                data  Chapters/rerun.md:4  would run: Chapters/a.csv changed
                train  Chapters/rerun.md:10  would run: Chapters/a.csv changed
                use  Chapters/rerun.md:18  would run: Chapters/a.csv changed

                """)
        #expect(book.page("rerun.html")?.contains("trained") == true)
        let unknown = try BookProcess.run(["why", "--root", book.root, "rerun#usr"])
        #expect(unknown.status == 2)
        #expect(unknown.errors.hasSuffix("help: did you mean 'use'?\n"))
    }

    @Test func verifyNamesWhatIsNotReproducible() throws {
        let book = try TemporaryBook([
            "chance.md": "# Chance\n\n```swift\n1 + 1\n```\n\n```swift\nDouble.random(in: 0..<1)\n```\n"
        ])
        try book.build()
        let built = try book.build(["--verify"])
        #expect(built.process.status == 1)
        let faults = try built.chapter("chance").diagnostics
        #expect(faults.map(\.identifier) == ["not-reproducible"])
        #expect(faults[0].line == 7)
        #expect(faults[0].message == "the cell cell-2 gives something else in each run")
        let sound = try TemporaryBook(["rerun.md": Self.chapter])
        try sound.build()
        #expect(try sound.build(["--verify"]).process.status == 0)
    }

    /// As if the engine had missed something: the stored result of a cell is not what the chapter gives.
    @Test func verifyFindsAStoredResultThatIsWrong() throws {
        let book = try TemporaryBook([
            "rerun.md": "# One\n\n```swift\nenvironment(\"UNDETECTABLE_CHANCE\") ?? \"none\"\n```\n"
        ])
        try book.build(["--no-sandbox"])
        let other = try book.build(
            ["--no-sandbox"],
            environment: [
                "UNDETECTABLE_CHANCE": "set", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
            ])
        #expect(try other.chapter("rerun").cells[0].text == "set")
        #expect(
            try other.chapter("rerun").cells[0].reason
                == "UNDETECTABLE_CHANCE changed from UNDETECTABLE_CHANCE is not set to UNDETECTABLE_CHANCE=set"
        )
    }

    @Test func matrixNamesWhatDiffersInAnotherWorld() throws {
        let book = try TemporaryBook([
            "worlds.md": """
            # Worlds

            ```swift
            1 + 1
            ```

            ```swift
            var isChecked = false
            assert({ isChecked = true; return true }())
            isChecked
            ```
            """
        ])
        let built = try book.build(["--matrix"])
        #expect(built.process.status == 0)
        #expect(
            try built.chapter("worlds").diagnostics.map { "\($0.line ?? 0) \($0.message)" }
                == ["7 the cell cell-2 gives something else with -O"])
        #expect(try book.build(["--matrix", "--strict"]).process.status == 1)
    }

    @Test func storeKeepsWithinItsLimit() throws {
        let cells = (0..<30).map { "```swift\n\($0) + 1\n```\n" }.joined(separator: "\n")
        let book = try TemporaryBook(["many.md": "# Many\n\n" + cells, "book.yml": "store-limit: 60kB\n"])
        let built = try book.build()
        #expect(built.process.errors.contains("book: the store has reached its limit: "))
        let left = book.files(in: ".book/results").count + book.files(in: ".book/syntax").count
        #expect(left < 60)
        #expect(try book.build().chapter("many").cells.map(\.text) == (1...30).map(String.init))
    }
}
