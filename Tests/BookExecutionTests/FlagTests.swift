import BookExecution
import BookModel
import Foundation
import Testing

/// What the flags of a cell do to it and to those after it.
@Suite("A flag")
struct FlagTests {
    @Test func aloneKeepsNamesWithinTheCell() async throws {
        let results = try await Execution.results(
            of: """
                # Alone

                ```swift
                let x = 1
                func shared() -> Int { x }
                ```

                ```swift alone
                let x = 2
                func shared() -> Int { x * 10 }
                shared()
                ```

                ```swift
                shared()
                ```
                """)
        #expect(results.texts == ["", "20", "1"])
        #expect(results.faults == [])
    }

    @Test func compiledCellDoesNotRunAndItsTypesStay() async throws {
        let results = try await Execution.results(
            of: """
                # Compile

                ```swift compile
                struct Point { let x: Int }
                ```

                ```swift compile
                print("never")
                fatalError("never")
                ```

                ```swift
                Point(x: 3)
                ```

                ```swift compile
                let wrong: Int = "text"
                ```
                """)
        #expect(results.texts == ["", "", "Point(x: 3)", ""])
        #expect(
            results.faults == ["17:18 error: cannot convert value of type 'String' to specified type 'Int'"])
        #expect(results.cells.map(\.status) == [.ran, .ran, .ran, .failed])
    }

    @Test func freshStartsAProgramWithoutTheNamesAndStateBefore() async throws {
        let results = try await Execution.results(
            of: """
                # Fresh

                ```swift
                import Foundation
                let x = 1
                setenv("STATE", "set", 1)
                print(getpid() > 0)
                ```

                ```swift fresh
                import Foundation
                let x = "other"
                getenv("STATE") == nil
                ```

                ```swift
                x
                ```
                """)
        #expect(results.texts == ["true", "true", "other"])
        #expect(results.faults == [])
    }

    @Test func parametersReplaceConstantsOfTheirCellsOnly() async throws {
        var request = ChapterExecutor.Request()
        request.parameters = ["name": "\"é😀\"", "delta": "-2.5e1"]
        let results = try await Execution.results(
            of: """
                # Parameters

                ```swift parameters
                let gamma = 1.0
                let name: String = "anna" // delta = 4
                ```

                ```swift parameters
                //| label: second
                let beta = 1.0
                var delta = 1.0
                ```

                ```swift
                (gamma, beta, delta, name)
                ```
                """, request)
        #expect(results.cells.last?.plainText == "(1.0, 1.0, -25.0, \"é😀\")")
    }

    @Test func parameterInAnErrorKeepsColumns() async throws {
        var request = ChapterExecutor.Request()
        request.parameters = ["gamma": "123456789"]
        let results = try await Execution.results(
            of: """
                # Columns

                ```swift parameters
                let gamma = 1; let wrong: Int = ""
                ```
                """, request)
        #expect(
            results.faults == ["4:33 error: cannot convert value of type 'String' to specified type 'Int'"])
    }

    @Test func requestForACellRunsWhatItNeedsOnly() async throws {
        var request = ChapterExecutor.Request()
        request.only = "cell-3"
        let results = try await Execution.results(
            of:
                "# Last\n\n```swift\nlet x = 1\n```\n\n```swift\nfatalError()\n```\n\n```swift\nx + 1\n```\n\nNow `{swift} x` and `{swift} y`.\n\n"
                + "```swift\nlet y: Int = \"\"\n```\n", request)
        #expect(results.texts == ["2"])
        #expect(results.faults == [])
    }

    @Test func requiredFailuresAreResults() async throws {
        let results = try await Execution.results(
            of: """
                # Required

                ```swift fails
                let number: Int = "text"
                ```

                ```swift fails
                print((1
                ```

                ```swift warns
                func warned() -> Int { var copy = 1; return copy }
                ```

                ```swift throws
                struct Refusal: Error { let reason: String }
                func refuse() async throws { throw Refusal(reason: "no") }
                print("before")
                try await refuse()
                ```

                ```swift traps
                let numbers: [Int] = []
                print("before")
                numbers[3]
                ```

                ```swift traps
                let large = Int.max
                _ = large + CommandLine.arguments.count
                ```

                ```swift
                print("after")
                ```
                """)
        #expect(results.faults == [])
        #expect(
            results.cells.map(\.requiredFailure) == [
                "cannot convert value of type 'String' to specified type 'Int'",
                "expected ')' in expression list",
                "variable 'copy' was never mutated; consider changing to 'let' constant",
                "Refusal(reason: \"no\")", "Index out of range", "arithmetic overflow", nil,
            ])
        #expect(results.texts == ["", "", "", "before", "before", "", "after"])
    }

    @Test func outputsComeInTheOrderInWhichTheyWereMade() async throws {
        let results = try await Execution.results(
            of: """
                # Order

                ```swift
                import Foundation
                print("a", terminator: "")
                display(1)
                fputs("error", stderr)
                print("b")
                display("two")
                claim("it holds", true)
                puts("c")
                3
                ```
                """)
        let outputs = results.cells[0].outputs
        #expect(
            outputs == [
                .standardOutput("a"), .value(MIMEBundle(["text/plain": "1"])), .standardError("error"),
                .standardOutput("b\n"), .value(MIMEBundle(["text/plain": "two"])),
                .claim(
                    ClaimResult(
                        sentence: "it holds", measured: "true", bound: "= true", holds: true, line: 10)),
                .standardOutput("c\n"), .value(MIMEBundle(["text/plain": "3"])),
            ])
    }
}
