import BookExecution
import BookModel
import BookParsing
import Testing

@Suite("Planner")
struct PlannerTests {
    private static let chapter = Chapter.parsed(
        """
        ---
        language: 6
        time-limit: 5
        ---

        # Plans

        The value `{swift} 1` stands before all cells.

        ```swift
        let one = 1
        ```

        ```swift fails
        let two: Int = ""
        ```

        There is `{swift} one`.

        ```swift throws
        //| label: thrower
        //| time-limit: 2
        throw Fault()
        ```

        ```swift fresh optimize
        //| label: fast
        //| memory-limit: 1MB
        let three = 3
        ```

        ```swift alone
        let four = 4
        ```

        ```swift traps
        fatalError()
        ```

        ```swift compile
        print(three)
        ```

        ```swift fails
        one
        ```

        The end is `{swift} three`.
        """)

    private func plan() -> Plan {
        Planner(defaults: Planner.Defaults(language: .swift5, timeLimit: 60, memoryLimit: 9))
            .plan(Self.chapter, reason: "new")
    }

    @Test func dumpNamesEachPieceInItsProgram() {
        #expect(
            plan().dump == """
                plan Chapters/test.md
                └─ program 1 language 6
                   └─ value 0 @8:20-8:20 1
                   └─ cell cell-1 @10:1-12:3 shared: new
                   └─ cell cell-2 @14:1-16:3 fails: must not compile
                   └─ value 1 @18:19-18:21 one
                   └─ cell thrower @20:1-24:3 throws: new
                └─ program 2 language 6 optimized
                   └─ cell fast @26:1-30:3 shared: new
                   └─ cell cell-5 @32:1-34:3 alone: new
                   └─ cell cell-6 @36:1-38:3 traps: new
                   └─ cell cell-7 @40:1-42:3 compiled: new
                   └─ cell cell-8 @44:1-46:3 fails: must not compile
                   └─ value 2 @48:21-48:25 three

                """)
    }

    @Test func limitsAreThoseOfTheCellTheChapterOrTheBook() {
        let cells = plan().programs.flatMap(\.cells)
        #expect(cells.map(\.timeLimit) == [5, 2, 5, 5, 5, 5])
        #expect(cells.map(\.memoryLimit) == [9, 9, 1_000_000, 9, 9, 9])
    }

    @Test func chapterWithoutCellsHasOneEmptyProgram() {
        let plan = Planner(defaults: Planner.Defaults(language: .swift5, timeLimit: 60, memoryLimit: 9))
            .plan(Chapter.parsed("# Prose\n"), reason: "new")
        #expect(plan.dump == "plan Chapters/test.md\n└─ program 1 language 5\n")
    }
}
