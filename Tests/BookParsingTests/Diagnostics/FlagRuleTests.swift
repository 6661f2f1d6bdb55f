import BookModel
import BookParsing
import Testing

/// Which flags go together, and the sentence for those that do not.
@Suite struct FlagRuleTests {
    static let conflicts = [
        "hidden folded": ("a hidden cell shows no code, so there is nothing to fold", "remove 'folded'"),
        "hidden quiet": ("a hidden cell shows nothing, its result included", "remove 'quiet'"),
        "compile fails": ("a cell that must not compile is never run anyway", "remove 'compile'"),
        "compile throws": ("a cell that is not run cannot throw", "remove 'compile'"),
        "compile traps": ("a cell that is not run cannot trap", "remove 'compile'"),
        "compile keep": ("a cell that is not run has no values to store", "remove 'keep'"),
        "compile quiet": ("a cell that is not run has no result to leave out", "remove 'quiet'"),
        "compile parameters": ("a cell that is not run has no constants to set", "remove 'compile'"),
        "compile optimize": ("a cell that is not run does not get faster", "remove 'optimize'"),
        "fails warns": ("a cell cannot both compile with a warning and not compile", "remove 'warns'"),
        "fails throws": ("a cell that must not compile never comes to throw", "remove 'fails' or 'throws'"),
        "fails traps": ("a cell that must not compile never comes to trap", "remove 'fails' or 'traps'"),
        "fails keep": ("a cell that must not compile has no values to store", "remove 'keep'"),
        "fails quiet": ("a cell that must not compile has no result to leave out", "remove 'quiet'"),
        "fails alone": (
            "the names of a cell that must not compile never reach another cell", "remove 'alone'"
        ),
        "fails parameters": ("a cell that must not compile has no constants to set", "remove 'parameters'"),
        "fails optimize": ("a cell that must not compile does not get faster", "remove 'optimize'"),
        "throws traps": ("a cell ends only once: it throws or it traps", "remove 'throws' or 'traps'"),
        "throws keep": ("a cell that throws stops before all its values are there", "remove 'keep'"),
        "traps keep": ("a cell that traps stops before all its values are there", "remove 'keep'"),
        "alone keep": (
            "the names of this cell end with it, so stored values would reach no one",
            "remove 'alone' or 'keep'"
        ),
        "alone parameters": (
            "the names of this cell end with it, so a constant that is set would reach no one",
            "remove 'alone' or 'parameters'"
        ),
        "parameters keep": ("a stored value would hide the one that '--set' gives", "remove 'keep'"),
    ]

    private static func diagnostics(of flags: String) -> [String] {
        let parsed = ChapterParser.parse(Array("```swift \(flags)\nlet x = 1\n```\n".utf8), path: "a.md")
        return parsed.diagnostics.map { $0.text(quoting: nil) }
    }

    @Test("flags that do not go together", arguments: conflicts)
    func conflictHasItsSentence(flags: String, words: (reason: String, repair: String)) {
        let names = flags.split(separator: " ")
        let expected = """
            a.md:1:\(11 + names[0].count): error: the flags '\(names[0])' and '\(names[1])' do not go together: \
            \(words.reason) [flag-conflict]
            help: \(words.repair)
            """
        #expect(Self.diagnostics(of: flags) == [expected])
    }

    @Test("flags in the other order", arguments: conflicts.keys)
    func orderOfFlagsDoesNotMatter(flags: String) {
        let reversed = flags.split(separator: " ").reversed().joined(separator: " ")
        #expect(Self.diagnostics(of: reversed).count == 1)
    }

    @Test func allOtherPairsGoTogether() {
        let flags = CellFlag.allCases.map(\.rawValue)
        for first in flags {
            for second in flags where first != second {
                let isConflict =
                    Self.conflicts["\(first) \(second)"] != nil || Self.conflicts["\(second) \(first)"] != nil
                #expect(
                    Self.diagnostics(of: "\(first) \(second)").isEmpty == !isConflict, "\(first) \(second)")
            }
        }
    }
}
