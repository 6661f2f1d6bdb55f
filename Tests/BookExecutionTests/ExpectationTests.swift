import BookExecution
import BookModel
import Testing

/// `expect` and `tolerance`: one chapter, one row a cell.
@Suite("The option expect")
struct ExpectationTests {
    /// What a cell prints, what it expects, within what, and the difference that is found.
    static let rows: [(printed: String, options: String, difference: [String]?)] = [
        ("3", "expect: \"3\"", nil),
        ("3", "expect: \"4\"", ["expected: 4", "but gave: 3"]),
        ("a  \\n\\n", "expect: a", nil),
        ("a\\nb", "expect: a", ["expected: (nothing)", "but gave: b"]),
        ("a", "expect: \"a\\nb\"", ["expected: b", "but gave: (nothing)"]),
        ("x = 1.0004, y = 2", "expect: \"x = 1.0, y = 2\"\n//| tolerance: 1e-3", nil),
        (
            "x = 1.002, y = 2", "expect: \"x = 1.0, y = 2\"\n//| tolerance: 1e-3",
            ["expected: x = 1.0, y = 2", "but gave: x = 1.002, y = 2"]
        ),
        (
            "x = 1.0, z = 2", "expect: \"x = 1.0, y = 2\"\n//| tolerance: 1e-3",
            ["expected: x = 1.0, y = 2", "but gave: x = 1.0, z = 2"]
        ),
        ("1049", "expect: \"1000\"\n//| tolerance: 5%", nil),
        ("1051", "expect: \"1000\"\n//| tolerance: 5%", ["expected: 1000", "but gave: 1051"]),
        ("-1.5e-3", "expect: \"-0.0015\"\n//| tolerance: 1e-9", nil),
        ("0.5", "expect: \"-0.5\"\n//| tolerance: 1e-9", ["expected: -0.5", "but gave: 0.5"]),
        ("nan", "expect: \"1\"\n//| tolerance: 100%", ["expected: 1", "but gave: nan"]),
        ("1 2", "expect: \"1 2 3\"\n//| tolerance: 1", ["expected: 1 2 3", "but gave: 1 2"]),
        ("1.05 99", "expect: \"1 100\"\n//| tolerance: {absolute: 0.1, relative: 2%}", nil),
        (
            "2024-01-02", "expect: \"2024-01-03\"\n//| tolerance: 0.5",
            ["expected: 2024-01-03", "but gave: 2024-01-02"]
        ),
    ]

    private static let shared = Task { () async throws -> ChapterResults in
        let cells = rows.map { "```swift\n//| \($0.options)\nprint(\"\($0.printed)\")\n```\n" }
        return try await Execution.results(of: "# Expectations\n\n" + cells.joined(separator: "\n"))
    }

    @Test("difference", arguments: rows.indices)
    func isFoundWhereThereIsOne(_ row: Int) async throws {
        let results = try await Self.shared.value
        let cell = results.cells[row]
        let fault = results.diagnostics.first { $0.cell == cell.id }
        #expect(fault?.notes.map(\.message) == Self.rows[row].difference)
        #expect(cell.status == (Self.rows[row].difference == nil ? .ran : .failed))
    }
}
