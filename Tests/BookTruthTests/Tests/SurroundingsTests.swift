import Testing

/// What lies outside of a chapter's text and counts for its results: each changes once, in one small chapter.
@Suite("A chapter whose surroundings change")
struct SurroundingsTests {
    /// A change, with the code of the cell that shows it.
    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let cell: CellDraft
        let before: @Sendable (inout BookDraft) -> Void
        let after: @Sendable (inout BookDraft) -> Void

        init(
            _ name: String, _ code: String, options: [String] = [],
            before: @escaping @Sendable (inout BookDraft) -> Void = { _ in },
            after: @escaping @Sendable (inout BookDraft) -> Void
        ) {
            testDescription = name
            cell = CellDraft(options: options, statements: [StatementDraft(number: 1, text: code)])
            self.before = before
            self.after = after
        }
    }

    private static let reading = """
        import Foundation
        let project = ProcessInfo.processInfo.environment["BOOK_ROOT"] ?? ""
        try String(contentsOfFile: project + "/Notes/memo.txt", encoding: .utf8)
        """

    static let changes = [
        Change("the compiler in its place", "#if SECOND_COMPILER\nprint(2)\n#else\nprint(1)\n#endif") {
            $0.surroundings.toolchain = 1
            $0.surroundings.isConfined = false
        } after: {
            $0.surroundings.toolchain = 2
        },
        Change("an input", reading, options: ["inputs: [Notes/memo.txt]"]) {
            $0.files["Notes/memo.txt"] = "one"
        } after: {
            $0.files["Notes/memo.txt"] = "two"
        },
        Change("the language mode", "#if swift(>=6)\nprint(6)\n#else\nprint(5)\n#endif") {
            $0.configuration.lines.append("language: 6")
        },
        Change(
            "a setting that reaches chapters",
            "import Foundation\nProcessInfo.processInfo.environment[\"OPENBLAS_TRUTH\"] ?? \"none\""
        ) {
            $0.surroundings.environment["OPENBLAS_TRUTH"] = "one"
        },
        Change(
            "the sandbox",
            "import Foundation\nProcessInfo.processInfo.environment[\"BOOK_ROOT\"] == \"/book\""
        ) {
            $0.surroundings.isConfined = false
        },
    ]

    @Test("runs again", arguments: changes)
    func runsAgain(_ change: Change) throws {
        let installation = try TinyInstallation.shared.get()
        var draft = BookDraft()
        draft.chapters = [
            ChapterDraft(
                number: 2, stem: "only", title: "Only",
                blocks: [BlockDraft(number: 3, content: .cell(change.cell))])
        ]
        let book = try BookOnDisk("surroundings", installation)
        change.before(&draft)
        try book.write(draft)
        let first = try book.build(draft.surroundings)
        change.after(&draft)
        try book.write(draft)
        let second = try book.build(draft.surroundings)
        #expect(second.differences(from: try BookOnDisk.freshOutcome(of: draft, installation)) == [])
        #expect(first.report != second.report, "the change must be one that shows: \(second.errors)")
    }
}
