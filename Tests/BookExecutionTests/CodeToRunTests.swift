import BookExecution
import BookModel
import Testing

/// What one must paste to run a cell elsewhere: the cells that it is made from, and that it then shows the same.
@Suite("Code to run")
struct CodeToRunTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let cells: SliceTests.Cells
        /// The code of the last cell with what it needs.
        let code: String
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "nothing is needed", cells: ["let a = 1", "2 + 3"], code: "2 + 3"),
        Case(
            name: "imports of another cell", cells: ["import Foundation\nlet a = 1", "sqrt(4.0)"],
            code: "import Foundation\n\nsqrt(4.0)"),
        Case(
            name: "what is defined, at first and second hand",
            cells: ["let a = 1", "let b = a + 1", "let c = 9", "b"],
            code: "let a = 1\n\nlet b = a + 1\n\nb"),
        Case(
            name: "a function below", cells: ["0", "func half(_ x: Int) -> Int { x / 2 }", "half(8)"],
            code: "func half(_ x: Int) -> Int { x / 2 }\n\nhalf(8)"),
        Case(
            name: "changes, and no readers between",
            cells: [
                "var n = [3, 1]", "print(n.count)", "n.map { $0 + 1 }", "n.sort()", "n[0] = 7", "n += [2]",
                "n",
            ],
            code: "var n = [3, 1]\n\nn.sort()\n\nn[0] = 7\n\nn += [2]\n\nn"),
        Case(
            name: "a change through a function", cells: ["var n = 1\nfunc bump() { n += 1 }", "bump()", "n"],
            code: "var n = 1\nfunc bump() { n += 1 }\n\nbump()\n\nn"),
        Case(
            name: "a change by what is handed over",
            cells: ["var n = 1\nfunc bump(_ x: inout Int) { x += 1 }", "bump(&n)", "n"],
            code: "var n = 1\nfunc bump(_ x: inout Int) { x += 1 }\n\nbump(&n)\n\nn"),
        Case(
            name: "an object changed under another name",
            cells: [
                "final class Counter { var count = 0 }", "let a = Counter()", "let b = a", "b.count = 3", "5",
                "a.count",
            ],
            code: """
                final class Counter { var count = 0 }

                let a = Counter()

                let b = a

                b.count = 3

                a.count
                """),
        Case(
            name: "an extension whose member is called, not another",
            cells: [
                "extension Int {\n    var squared: Int { self * self }\n}",
                "extension Int {\n    var cubed: Int { self * self * self }\n}", "3.squared",
            ], code: "extension Int {\n    var squared: Int { self * self }\n}\n\n3.squared"),
        Case(
            name: "a last expression that calls nothing is left out, the value of another dropped",
            cells: ["var n = 1\nn", "func next() -> Int { n += 1; return n }\nnext()", "n"],
            code: "var n = 1\n\nfunc next() -> Int { n += 1; return n }\n_ = next()\n\nn"),
        Case(
            name: "a value in prose that changes something",
            cells: ["var n = 1\nfunc next() -> Int { n += 1; return n }", "=next()", "n"],
            code: "var n = 1\nfunc next() -> Int { n += 1; return n }\n\n_ = next()\n\nn"),
        Case(
            name: "a cell whose names end with it",
            cells: ["var n = 1", "//flags alone\nlet m = 4\nn += m", "//flags alone\nlet n = n + 1\nn"],
            code:
                "import Notebook\n\nvar n = 1\n\ndo {\nlet m = 4\nn += m\n}\n\ndo {\nlet n = n + 1\ndisplay(n)\n}"
        ),
        Case(
            name: "cells that end early or do not run",
            cells: [
                "struct Refusal: Error {}\nvar n = [1]", "//flags throws\nn.append(2)\nthrow Refusal()",
                "//flags traps\nn.append(3)\nn[9]", "//flags compile\nn.append(4)", "n",
            ],
            code: """
                struct Refusal: Error {}
                var n = [1]

                do {
                n.append(2)
                throw Refusal()
                } catch {}

                n
                """),
        Case(
            name: "another program", cells: ["let a = 1", "//flags fresh\nlet a = 2", "a"],
            code: "let a = 2\n\na"),
        Case(
            name: "options and the module that every chapter has",
            cells: [
                "//flags parameters\n//| label: sizes\nlet size = 3", "claim(\"it is three\", size == 3)",
            ],
            code: "import Notebook\n\nlet size = 3\n\nclaim(\"it is three\", size == 3)"),
    ]

    @Test("the last cell with what it needs", arguments: cases)
    func isWhatItIsMadeFrom(_ test: Case) async throws {
        let results = try await Execution.results(of: test.cells.chapter)
        #expect(results.faults == [])
        let last = try #require(results.cells.last)
        let own = try #require(test.cells.texts.last)
        let code = results.code.text(of: last.id) ?? own
        #expect(code == test.code)

        let pasted = try await Execution.results(of: "# Pasted\n\n```swift\n\(code)\n```\n")
        #expect(pasted.faults == [])
        #expect(pasted.texts.last?.hasSuffix(last.plainText) == true)
    }

    @Test("a cell that must not compile comes with what it names, not with all that is above it")
    func rejections() async throws {
        let results = try await Execution.results(
            of: (["let a = 1", "let b = 2", "//flags fails\nlet c: String = b"] as SliceTests.Cells).chapter)
        #expect(results.code.text(of: "cell-3") == "let b = 2\n\nlet c: String = b")
        #expect(results.code.recipes["cell-3"]?.otherCells == 1)
    }
}
