import Foundation
import TestSupport
import Testing

/// Chapters that attack the machine, the book, the engine or the reader: each attempt fails, is named where it is a
/// fault, and leaves nothing behind.
@Suite("A hostile chapter")
struct HostileTests {
    private static let cases = FixtureBook.cases(of: HostileBook.feature)

    @Test("terminal and report", arguments: cases)
    func saysWhatHappenedAndWhere(_ name: String) throws {
        let transcript = try HostileBook.shared.get().book.transcript(of: name)
        let file = FixtureBook.folder(HostileBook.feature, name).appending(path: "expected.txt")
        try expectGolden(Self.withoutChance(transcript), file)
    }

    /// The text without what differs from run to run: the seals of records and their times.
    private static func withoutChance(_ text: String) -> String {
        text.replacing(/[0-9a-f]{16} \{/, with: "SEAL {").replacing(/time\\":[0-9.]+/, with: #"time\":TIME"#)
    }

    @Test("page", arguments: cases)
    func pageIsWholeAndRunsNothing(_ name: String) throws {
        let page = try #require(try HostileBook.shared.get().book.book.page(name + ".html"))
        for foreign in ["<script>alert", "onerror=alert(1)>", "\u{1B}"] { #expect(!page.contains(foreign)) }
        #expect(page.hasSuffix("</html>\n"))
    }

    @Test func thereAreMany() throws {
        #expect(Self.cases.count >= 40)
    }

    @Test func buildEndsAsOneWithErrorsAndGoesOnToTheEnd() throws {
        let built = try HostileBook.shared.get().book
        #expect(built.process.status == 1)
        #expect(built.report.confinement == "bubblewrap")
        #expect(built.report.chapters.count == Self.cases.count)
        #expect(built.process.output == built.book.root + "/Output/index.html\n")
        #expect(!built.process.errors.unicodeScalars.contains("\u{1B}"))
    }

    @Test func nothingOutsideHasChanged() throws {
        let hostile = try HostileBook.shared.get()
        #expect(hostile.after == hostile.before)
        #expect(hostile.connections == 0)
    }

    @Test func linkInTheOutputFolderIsReplacedAndNotFollowed() throws {
        let hostile = try HostileBook.shared.get()
        #expect(try String(contentsOfFile: hostile.victim, encoding: .utf8) == HostileBook.victimText)
        let page = hostile.book.book.root + "/Output/" + HostileBook.linkedPage
        let kind = try FileManager.default.attributesOfItem(atPath: page)[.type] as? FileAttributeType
        #expect(kind == .typeRegular)
    }

    @Test("nothing runs any more", arguments: ["86452", "86453", "86454", "hostile"])
    func noProcessIsLeft(_ marker: String) throws {
        let root = try HostileBook.shared.get().book.book.root
        #expect(RunningCommands.lines(containing: marker == "hostile" ? root : "sleep \(marker)").isEmpty)
    }

    @Test func nothingIsLeftInTheStore() throws {
        let hostile = try HostileBook.shared.get()
        let work = hostile.book.book.root + "/.book/work"
        #expect(try FileManager.default.contentsOfDirectory(atPath: work).isEmpty)
        // What the engine keeps, and nothing that a cell put there.
        let names = hostile.book.book.files(in: ".book/results").keys
        #expect(names.allSatisfy { $0.wholeMatch(of: /[0-9a-f]{64}/) != nil })
    }
}
