import BookExecution
import BookModel
import Testing

/// What a cell shows without being asked: the value of its last expression. One chapter, one row a cell.
@Suite("The last expression")
struct LastExpressionTests {
    private static let names = """
        let x = 4
        var count = 0
        struct Refusal: Error {}
        func gives() throws -> Int { 7 }
        func refuses() throws -> Int { throw Refusal() }
        func later() async -> String { await Task.yield(); return "later" }
        func both() async throws -> [Int] { await Task.yield(); return [1, 2] }
        func nothing() {}
        @discardableResult func discardable() -> Int { 8 }
        let word: String? = "word"
        let none: Int? = nil
        """

    static let rows: [(code: String, shown: String)] = [
        ("1 + 2", "3"),
        ("-x", "-4"),
        ("!true", "false"),
        ("~x", "-5"),
        ("x", "4"),
        ("\"text\"", "text"),
        ("\"\"\"\n  two\n  lines\n  \"\"\"", "two\nlines"),
        ("try gives()", "7"),
        ("try? refuses()", "nil"),
        ("try! gives() + 1", "8"),
        ("await later()", "later"),
        ("try await both()", "[1, 2]"),
        ("try await both().map { try gives() + $0 }", "[8, 9]"),
        ("x > 3 ? \"more\" : \"less\"", "more"),
        ("x == 4", "true"),
        ("x > 3 && x < 5", "true"),
        ("1...3", "1...3"),
        ("none", "nil"),
        ("word", "word"),
        ("none ?? 9", "9"),
        ("word?.count", "4"),
        ("word!.count", "4"),
        ("x as Any", "4"),
        ("x is Int", "true"),
        ("(1, \"two\")", "(1, \"two\")"),
        ("[1, 2, 3]\n    .map { $0 * 2 }\n    .filter {\n        $0 > 2\n    }", "[4, 6]"),
        ("[1, 2].map { number in\n    number + x\n}", "[5, 6]"),
        ("({ 3 })()", "3"),
        ("[\"b\": 2, \"a\": 1]", "[\"a\": 1, \"b\": 2]"),
        ("[1, 2][0]", "1"),
        ("x +\n    1", "5"),
        ("x\n    + 1", "5"),
        ("1; 2", "2"),
        ("let y = 1; y + 1", "2"),
        ("x // with a comment", "4"),
        ("x /* with a comment */", "4"),
        ("x\n// and a comment below\n\n", "4"),
        ("\"aab\".contains(#/a+/#)", "true"),
        ("discardable()", "8"),
        ("\\String.count is KeyPath<String, Int>", "true"),
        ("(#line > 0)", "true"),
        ("if x > 3 { \"more\" } else { \"less\" }", ""),
        ("switch x { case 4: \"four\"; default: \"other\" }", ""),
        ("for _ in 0..<2 { x }", ""),
        ("do { x }", ""),
        ("count = 3", ""),
        ("count += 1", ""),
        ("_ = x", ""),
        ("nothing()", ""),
        ("()", ""),
        ("print(\"printed\")", "printed"),
        ("let last = 3", ""),
        ("x\nfunc behind() -> Int { 3 }", ""),
        ("x\nstruct Behind {}", ""),
        ("x\n#if true\nlet inside = 1\n#endif", ""),
        ("#if true\nlet before = 1\n#endif\nx", "4"),
        ("// nothing but a comment", ""),
        ("if #available(macOS 10, *) { print(\"if\") }", "if"),
        ("defer { print(\"deferred\") }\nx", "deferred\n4"),
    ]

    private static let shared = Task { () async throws -> ChapterResults in
        let cells = rows.map { "```swift alone\n\($0.code)\n```\n" }
        return try await Execution.results(
            of: "# Expressions\n\n```swift\n\(names)\n```\n\n" + cells.joined(separator: "\n"))
    }

    @Test func chapterHasNoFaults() async throws {
        let results = try await Self.shared.value
        #expect(results.diagnostics.filter { $0.severity == .error }.map { $0.text(quoting: nil) } == [])
        #expect(results.cells.allSatisfy { $0.status == .ran })
    }

    @Test("is shown", arguments: rows.indices)
    func isShownWhereItHasAValue(_ row: Int) async throws {
        let results = try await Self.shared.value
        #expect(results.cells[row + 1].plainText == Self.rows[row].shown, "\(Self.rows[row].code)")
    }
}
