import BookExecution
import BookModel
import Foundation
import Testing

/// Which cells run again after a change, and that what they give is what the whole chapter gives.
@Suite("Slices")
struct SliceTests {
    /// A chapter of cells, each with its flags.
    struct Cells: Sendable, ExpressibleByArrayLiteral {
        var texts: [String]

        init(arrayLiteral elements: String...) { texts = elements }

        /// A cell whose text starts with `//flags ` has these; one that starts with `=` is a value in prose.
        var chapter: String {
            "# Slices\n\n"
                + texts.map { text in
                    if text.hasPrefix("=") { return "It is `{swift} \(text.dropFirst())` now.\n\n" }
                    let lines = text.split(separator: "\n", maxSplits: 1)
                    if let flags = lines.first, flags.hasPrefix("//flags ") {
                        return "```swift \(flags.dropFirst(8))\n\(lines.dropFirst().first ?? "")\n```\n\n"
                    }
                    return "```swift\n\(text)\n```\n\n"
                }.joined()
        }
    }

    struct Change: CustomTestStringConvertible, Sendable {
        let name: String
        let before: Cells
        let after: Cells
        /// For each cell of `after`: `ran` or `cached`.
        let statuses: [CellResult.Status]
        var testDescription: String { name }
    }

    private static let counter = "final class Counter { var count = 0 }"

    static let changes: [Change] = [
        Change(
            name: "nothing", before: ["let a = 1", "a + 1"], after: ["let a = 1", "a + 1"],
            statuses: [.cached, .cached]),
        Change(
            name: "the last cell", before: ["let a = 1", "a + 1"], after: ["let a = 1", "a + 2"],
            statuses: [.cached, .ran]),
        Change(
            name: "a cell that others use, directly and not", before: ["let a = 1", "let b = a", "b", "7"],
            after: ["let a = 2", "let b = a", "b", "7"], statuses: [.ran, .ran, .ran, .cached]),
        Change(
            name: "a function below its use",
            before: ["let a = half(8)\na", "func half(_ x: Int) -> Int { x / 2 }"],
            after: ["let a = half(8)\na", "func half(_ x: Int) -> Int { x / 4 }"], statuses: [.ran, .ran]),
        Change(
            name: "a variable that a cell between changes",
            before: ["var n = 1", "n += 1", "n", "5"], after: ["var n = 1", "n += 2", "n", "5"],
            statuses: [.cached, .ran, .ran, .cached]),
        Change(
            name: "a variable changed through a function",
            before: ["var n = 1\nfunc bump() { n += 1 }", "bump()", "n"],
            after: ["var n = 1\nfunc bump() { n += 1 }", "bump(); bump()", "n"],
            statuses: [.cached, .ran, .ran]),
        Change(
            name: "an object changed through another constant",
            before: [counter, "let a = Counter()", "let b = a", "b.count = 3", "a.count"] as Cells,
            after: [counter, "let a = Counter()", "let b = a", "b.count = 4", "a.count"] as Cells,
            statuses: [.cached, .cached, .cached, .ran, .ran]),
        Change(
            name: "an object hidden in a structure",
            before: [
                counter + "\nstruct Box { let counter = Counter() }", "let box = Box()",
                "box.counter.count = 3",
                "box.counter.count",
            ],
            after: [
                counter + "\nstruct Box { let counter = Counter() }", "let box = Box()",
                "box.counter.count = 5",
                "box.counter.count",
            ], statuses: [.cached, .cached, .ran, .ran]),
        Change(
            name: "a constant structure that a cell between reads",
            before: ["struct P { let x: Int }\nlet p = P(x: 2)", "p.x", "p.x * 2"],
            after: ["struct P { let x: Int }\nlet p = P(x: 2)", "p.x + 1", "p.x * 2"],
            statuses: [.cached, .ran, .cached]),
        Change(
            name: "a closure that counts",
            before: ["var n = 0\nlet next = { n += 1; return n }", "next()", "next()"],
            after: ["var n = 0\nlet next = { n += 1; return n }", "next() + next()", "next()"],
            statuses: [.cached, .ran, .ran]),
        Change(
            name: "a static property", before: ["struct S { static var n = 0 }", "S.n = 1", "S.n"],
            after: ["struct S { static var n = 0 }", "S.n = 2", "S.n"], statuses: [.cached, .ran, .ran]),
        Change(
            name: "a conformance below changes what cells above show",
            before: ["struct S {}\nlet s = S()", "\"\\(s)\"", "//flags hidden\n1"],
            after: [
                "struct S {}\nlet s = S()", "\"\\(s)\"",
                "//flags hidden\nextension S: CustomStringConvertible { var description: String { \"!\" } }",
            ], statuses: [.ran, .ran, .ran]),
        Change(
            name: "a better overload below",
            before: ["func f(_ x: Double) -> String { \"double\" }", "f(1)", "0"],
            after: [
                "func f(_ x: Double) -> String { \"double\" }", "f(1)",
                "func f(_ x: Int) -> String { \"int\" }",
            ], statuses: [.ran, .ran, .ran]),
        Change(
            name: "a function that hides the library's", before: ["max(1, 2)", "0", "min(1, 2)"],
            after: ["max(1, 2)", "func max(_ a: Int, _ b: Int) -> Int { 9 }", "min(1, 2)"],
            statuses: [.ran, .ran, .cached]),
        Change(
            name: "another type for literals", before: ["let a = 3\na / 2", "0"],
            after: ["let a = 3\na / 2", "typealias IntegerLiteralType = Double"], statuses: [.ran, .ran]),
        Change(
            name: "a file of the scratch folder",
            before: [
                "import Foundation", "try \"a\".write(toFile: \"f\", atomically: true, encoding: .utf8)",
                "try String(contentsOfFile: \"f\", encoding: .utf8)",
            ],
            after: [
                "import Foundation", "try \"b\".write(toFile: \"f\", atomically: true, encoding: .utf8)",
                "try String(contentsOfFile: \"f\", encoding: .utf8)",
            ], statuses: [.cached, .ran, .ran]),
        Change(
            name: "a file that the program before wrote",
            before: [
                "import Foundation\ntry \"a\".write(toFile: \"f\", atomically: true, encoding: .utf8)",
                "//flags fresh\nimport Foundation\ntry String(contentsOfFile: \"f\", encoding: .utf8)",
            ],
            after: [
                "import Foundation\ntry \"b\".write(toFile: \"f\", atomically: true, encoding: .utf8)",
                "//flags fresh\nimport Foundation\ntry String(contentsOfFile: \"f\", encoding: .utf8)",
            ], statuses: [.ran, .ran]),
        Change(
            name: "the environment",
            before: ["import Foundation", "setenv(\"A\", \"1\", 1)", "String(cString: getenv(\"A\"))"],
            after: ["import Foundation", "setenv(\"A\", \"2\", 1)", "String(cString: getenv(\"A\"))"],
            statuses: [.cached, .ran, .ran]),
        Change(
            name: "the C library's generator",
            before: ["import Foundation", "srand48(1)", "drand48() < 2", "1"],
            after: ["import Foundation", "srand48(2)", "drand48() < 2", "1"],
            statuses: [.cached, .ran, .ran, .ran]),
        Change(
            name: "a file that appears only after the change",
            before: ["import Foundation", "1", "FileManager.default.fileExists(atPath: \"f\")"],
            after: [
                "import Foundation", "try \"b\".write(toFile: \"f\", atomically: true, encoding: .utf8)",
                "FileManager.default.fileExists(atPath: \"f\")",
            ], statuses: [.cached, .ran, .ran]),
        Change(
            name: "a constant becomes an object that others change",
            before: ["struct Counter { var count = 0 }", "let a = Counter()", "_ = a.count", "a.count"],
            after: [
                "final class Counter { var count = 0 }", "let a = Counter()", "_ = a.count", "a.count",
            ], statuses: [.ran, .ran, .ran, .ran]),
        Change(
            name: "a value in prose that changes a variable",
            before: ["var n = 0\nfunc next() -> Int { n += 1; return n }", "=next()", "n"],
            after: ["var n = 0\nfunc next() -> Int { n += 1; return n }", "=next() + next()", "n"],
            statuses: [.cached, .ran]),
        Change(
            name: "a cell moves", before: ["let a = 1", "let b = 2", "a + b"],
            after: ["let b = 2", "let a = 1", "a + b"], statuses: [.cached, .cached, .ran]),
        Change(
            name: "a label is no part of it", before: ["//| label: one\nlet a = 1", "a"],
            after: ["//| label: two\nlet a = 1", "a"], statuses: [.cached, .cached]),
        Change(
            name: "cells of their own names",
            before: ["//flags alone\nlet a = 1\na", "//flags alone\nlet a = 2\na"],
            after: ["//flags alone\nlet a = 3\na", "//flags alone\nlet a = 2\na"], statuses: [.ran, .cached]),
        Change(
            name: "a function read back with its cell",
            before: ["let a = 20\nfunc twice(_ x: Int) -> Int { a + 2 * x }", "twice(1)"],
            after: ["let a = 20\nfunc twice(_ x: Int) -> Int { a + 2 * x }", "twice(2)"],
            statuses: [.cached, .ran]),
        Change(
            name: "a cell that must not compile", before: ["let a = 1", "//flags fails\na + \"\"", "a"],
            after: ["let a = 2", "//flags fails\na + \"\"", "7"], statuses: [.ran, .ran, .ran]),
    ]

    @Test("run again what a change reaches", arguments: changes)
    func change(_ change: Change) async throws {
        let root = FileManager.default.temporaryDirectory.path + "/slices-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        _ = try await Execution.results(of: change.before.chapter, root: root)
        let after = try await Execution.results(of: change.after.chapter, root: root)
        #expect(after.cells.map(\.status) == change.statuses)
        let whole = try await Execution.results(of: change.after.chapter)
        #expect(after.texts == whole.texts)
        #expect(after.values == whole.values)
        #expect(after.faults == whole.faults)
        #expect(after.cells.map(\.requiredFailure) == whole.cells.map(\.requiredFailure))
        // And the way back takes everything from the store.
        let back = try await Execution.results(of: change.before.chapter, root: root)
        #expect(back.cells.allSatisfy { $0.status == .cached })
    }

    @Test func namesOfACellThatIsTakenFromTheStoreCannotBeDefinedAgain() async throws {
        let root = FileManager.default.temporaryDirectory.path + "/slices-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let first: Cells = ["let a = 1", "a"]
        _ = try await Execution.results(of: first.chapter, root: root)
        let second: Cells = ["let a = 1", "a", "let a = 2"]
        let results = try await Execution.results(of: second.chapter, root: root)
        #expect(results.faults == ["12:5 error: 'a' is defined already by the cell cell-1"])
        #expect(
            results.diagnostics[0].notes.map { "\($0.range?.start.line ?? 0) \($0.message)" }
                == ["4 'a' is first defined here"])
        #expect(results.diagnostics[0].repairs[0].contains("`alone`"))
        #expect(results.diagnostics[0].repairs[0].contains("`fresh`"))
        #expect(results.cells.map(\.status) == [.skipped, .skipped, .failed])
    }
}
