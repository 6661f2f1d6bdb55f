import Foundation
import TestSupport
import Testing

/// Stores in places that are not like others.
@Suite("A store")
struct StorePlaceTests {
    private static let first = SaltedBook.draft(salt: 1, shown: 1)
    private static let second = SaltedBook.draft(salt: 2, shown: 2)

    @Test(
        "on another file system",
        .enabled(if: Files.exists("/dev/shm"), "needs /dev/shm, another file system"))
    func elsewhereIsAsGood() throws {
        let installation = try TinyInstallation.shared.get()
        let book = try BookOnDisk("elsewhere", installation)
        let store = "/dev/shm/truth-\(UUID().uuidString)"
        try Files.make(store)
        defer { Files.remove(store) }
        try Files.link(book.store, to: store)
        for draft in [Self.first, Self.second, Self.first] {
            try book.write(draft)
            let outcome = try book.build()
            #expect(try outcome.differences(from: BookOnDisk.freshOutcome(of: draft, installation)) == [])
        }
        #expect(!Files.paths(below: store).isEmpty)
        #expect(try book.build().cells.values.joined().allSatisfy { $0.status == "cached" })
    }

    @Test(
        "that cannot be written", .enabled(if: getuid() == 0, "needs root, to mount a small disk"),
        arguments: [true, false])
    func saysSo(_ isFull: Bool) throws {
        let installation = try TinyInstallation.shared.get()
        let book = try BookOnDisk("full", installation)
        let disk = try SmallDisk(at: book.store, megabytes: 30)
        try book.write(Self.first)
        let first = try book.build()
        #expect(first.status == 0, "\(first.errors)")

        if isFull { try disk.fill() } else { try disk.setReadOnly(true) }
        try book.write(Self.second)
        let outcome = try book.build()
        #expect(outcome.status == 3)
        let last = outcome.errors.split(separator: "\n").last.map(String.init) ?? ""
        #expect(last.hasPrefix("book: cannot write \(book.store)/"), "\(outcome.errors)")
        #expect(
            last.contains(isFull ? /space/.ignoresCase() : /[Rr]ead.only/.ignoresCase()), "\(outcome.errors)")
        #expect(outcome.pages == first.pages, "the pages stay as they were")

        if isFull { try disk.empty() } else { try disk.setReadOnly(false) }
        let next = try book.build()
        #expect(try next.differences(from: BookOnDisk.freshOutcome(of: Self.second, installation)) == [])
    }

    /// Two people, or an editor and a terminal: each edits and builds.
    @Test func servesTwoBuildsAtOnce() throws {
        let installation = try TinyInstallation.shared.get()
        let book = try BookOnDisk("two", installation)
        var random = Seeded(Settings.seed)
        for round in 1...5 {
            let drafts = (1...2).map { SaltedBook.draft(salt: round * 10 + $0, shown: round * 10 + $0) }
            try book.write(drafts[0])
            let first = try book.start(.init())
            usleep(UInt32.random(in: 0..<300_000, using: &random))
            try book.write(drafts[1])
            let second = try book.start(.init())
            let endings = [try first.wait(), try second.wait()]
            for ending in endings { #expect([0, 1].contains(ending.status), "\(ending.errors)") }
            let outcome = try book.build()
            let fresh = try BookOnDisk.freshOutcome(of: drafts[1], installation)
            #expect(outcome.differences(from: fresh) == [], "round \(round), seed \(Settings.seed)")
            #expect(Files.paths(below: book.store + "/work") == [])
        }
    }
}
