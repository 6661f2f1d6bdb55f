import Foundation
import TestSupport
import Testing

/// Chapters that are wrong, that must fail, or that print strange things: one book, one build, one row a chapter.
@Suite("A chapter with faults")
struct FixtureTests {
    private static let rows = FixtureBook.features.flatMap { feature in
        FixtureBook.cases(of: feature).map { [feature, $0] }
    }

    @Test("terminal and report", arguments: rows)
    func saysWhatHappenedAndWhere(_ row: [String]) throws {
        let fixtures = try FixtureBook.shared.get()
        let file = FixtureBook.folder(row[0], row[1]).appending(path: "expected.txt")
        try expectGolden(try fixtures.transcript(of: row[1]), file)
    }

    @Test("report and terminal agree", arguments: rows)
    func reportHasEachDiagnosticOfTheTerminal(_ row: [String]) throws {
        let fixtures = try FixtureBook.shared.get()
        let first = fixtures.terminal(row[1]).map { $0.split(separator: "\n").first.map(String.init) }
        let reported = try fixtures.chapter(row[1]).diagnostics.map { diagnostic in
            let place = diagnostic.line.map { ":\($0):\(diagnostic.column ?? 0)" } ?? ""
            return "\(diagnostic.file ?? "")\(place): \(diagnostic.severity): "
                + "\(diagnostic.message.split(separator: "\n").first ?? "")"
        }
        #expect(first.count == reported.count)
        for (line, report) in zip(first, reported) { #expect(line?.hasPrefix(report) == true, "\(report)") }
    }

    @Test("page", arguments: rows)
    func pageShowsEachDiagnosticAndEachResult(_ row: [String]) throws {
        let fixtures = try FixtureBook.shared.get()
        let page = try #require(fixtures.book.page(row[1] + ".html"))
        let shown = PageText.text(of: page)
        let chapter = try fixtures.chapter(row[1])
        // A claim has a form of its own; faults outside of cells are not part of the page.
        for diagnostic in chapter.diagnostics where diagnostic.identifier != "claim" {
            guard diagnostic.severity == "error", try isInCell(diagnostic, of: row) else { continue }
            #expect(shown.contains(PageText.visible(diagnostic.message)), "\(diagnostic.message)")
        }
        for claim in chapter.claims {
            #expect(shown.contains(claim.sentence) && shown.contains(claim.measured))
        }
        let lines = chapter.cells.flatMap { $0.text.split(separator: "\n") }
        for line in lines where !line.hasPrefix("✓ ") && !line.hasPrefix("✗ ") {
            #expect(shown.contains(PageText.visible(String(line))), "\(line.prefix(100))")
        }
    }

    private func isInCell(_ diagnostic: BuildReport.Diagnostic, of row: [String]) throws -> Bool {
        let text = try String(
            contentsOf: FixtureBook.folder(row[0], row[1]).appending(path: "chapter.md"), encoding: .utf8)
        let before = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(
            diagnostic.line ?? 0)
        return before.count { $0.hasPrefix("```swift") } > before.count { $0 == "```" }
    }

    @Test("page", arguments: rows)
    func pageHasNoControlCharacters(_ row: [String]) throws {
        let page = try #require(try FixtureBook.shared.get().book.page(row[1] + ".html"))
        let controls = page.unicodeScalars.filter { scalar in
            (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F...0x9F).contains(scalar.value)
        }
        #expect(controls.isEmpty)
        #expect(!page.contains("<script>alert"))
    }

    @Test func buildFailsAndSaysHowOften() throws {
        let fixtures = try FixtureBook.shared.get()
        let errors = fixtures.report.diagnostics.count { $0.severity == "error" }
        let warnings = fixtures.report.diagnostics.count { $0.severity == "warning" }
        #expect(fixtures.process.status == 1)
        #expect(fixtures.process.errors.hasSuffix("\n\n\(errors) errors, \(warnings) warning\n"))
        #expect(warnings == 1)
        #expect(errors >= 30)
        #expect(fixtures.process.output == fixtures.book.root + "/Output/index.html\n")
    }

    @Test func noProcessIsLeft() throws {
        _ = try FixtureBook.shared.get()
        // The fixture `sleeps` starts this and never ends it.
        #expect(RunningCommands.lines(containing: "86451").isEmpty)
    }

    @Test func nothingIsLeftInTheStore() throws {
        let fixtures = try FixtureBook.shared.get()
        #expect(fixtures.book.files(in: ".book/work").isEmpty)
    }
}
