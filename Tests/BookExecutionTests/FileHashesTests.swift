import BookExecution
import Foundation
import Testing

/// Files that did not change are not read again, and no change goes unseen.
@Suite("File hashes")
struct FileHashesTests {
    /// A folder of its own with a file in it, and where hashes are remembered.
    private final class Place {
        let folder: String
        var file: String { folder + "/file" }
        var record: String { folder + "/record" }

        init() throws {
            folder = FileManager.default.temporaryDirectory.path + "/hashes-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }

        /// Writes into the file that is there, as an editor does that keeps it.
        func write(_ text: String) throws {
            let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
            defer { close(descriptor) }
            let count = Glibc.write(descriptor, text, text.utf8.count)
            try #require(count == text.utf8.count)
        }

        /// The hash that a new build finds.
        func hash() throws -> String {
            let hashes = FileHashes(rememberedIn: record)
            defer { hashes.save() }
            return try hashes.hash(ofFile: file)
        }

        /// Changes what is remembered, keeping the record sound.
        func changeRecord(_ change: (String) -> String) throws {
            let text = String(decoding: try Data(contentsOf: URL(filePath: record)), as: UTF8.self)
            let changed = change(String(text.dropLast(65)))
            try Data((changed + FileHashes.hash(of: Array(changed.utf8)) + "\n").utf8)
                .write(to: URL(filePath: record))
        }
    }

    private static func hash(_ text: String) -> String { FileHashes.hash(of: Array(text.utf8)) }

    /// A hash that no file has: who finds it has not read the file.
    private static let remembered = String(repeating: "7", count: 64)

    /// A place whose file holds `first` and is remembered with a hash of our own.
    private static func placeWithMemory() throws -> Place {
        let place = try Place()
        try place.write("first")
        usleep(60_000)
        #expect(try place.hash() == hash("first"))
        try place.changeRecord { $0.replacing(hash("first"), with: remembered) }
        return place
    }

    @Test func whatDidNotChangeIsNotRead() throws {
        let place = try Self.placeWithMemory()
        #expect(try place.hash() == Self.remembered)
    }

    enum Change: CaseIterable {
        case content, contentAndTimes, anotherFile, clock, damage
    }

    @Test("change", arguments: Change.allCases)
    func whatChangedIsRead(_ change: Change) throws {
        let place = try Self.placeWithMemory()
        var expected = "other"
        switch change {
        case .content: try place.write("other")
        case .contentAndTimes:
            // Of the same length, with the old time of its content: only the system's own time tells.
            let old = try FileManager.default.attributesOfItem(atPath: place.file)[.modificationDate] as? Date
            try place.write("other")
            try FileManager.default.setAttributes(
                [.modificationDate: try #require(old)], ofItemAtPath: place.file)
        case .anotherFile:
            try Data("other".utf8).write(to: URL(filePath: place.folder + "/new"))
            #expect(rename(place.folder + "/new", place.file) == 0)
        case .clock:
            // As if the clock had been set a second back or forth since.
            try place.changeRecord { text in
                let head = text.prefix { $0 != "\n" }
                let offset = Int64(head.split(separator: " ").last ?? "") ?? 0
                return "hashes 1 \(offset + 1_000_000_000)" + text.dropFirst(head.count)
            }
            expected = "first"
        case .damage:
            var data = try Data(contentsOf: URL(filePath: place.record))
            data[data.count / 2] ^= 1
            try data.write(to: URL(filePath: place.record))
            expected = "first"
        }
        #expect(try place.hash() == Self.hash(expected))
    }

    /// A change in the same tick of the clock leaves the file with the times it had.
    @Test func quickChangesAreSeen() throws {
        let place = try Place()
        for round in 0..<100 {
            let texts = ["a\(round % 10)", "b\(round % 10)"]
            try place.write(texts[0])
            #expect(try place.hash() == Self.hash(texts[0]))
            try place.write(texts[1])
            #expect(try place.hash() == Self.hash(texts[1]), "round \(round)")
        }
    }

    @Test func missingFileIsAnError() throws {
        let place = try Place()
        #expect(
            throws: ExecutionError.cannotRead(path: place.file, reason: "No such file or directory")
        ) { try place.hash() }
    }

    /// Times in nanoseconds: when the file changed, when it was read.
    @Test(
        "settled",
        arguments: [
            (5_000_000_001, 5_000_000_001, false), (5_000_000_001, 5_019_000_000, false),
            (5_000_000_001, 5_021_000_000, true),
            // In the future, which a clock that was set back leaves behind.
            (9_000_000_001, 5_000_000_000, false),
            // Whole seconds: the file system may keep no more.
            (5_000_000_000, 6_900_000_000, false), (5_000_000_000, 7_100_000_000, true),
        ] as [(Int64, Int64, Bool)])
    func stampIsSettledAfterTheTick(_ changed: Int64, _ read: Int64, _ expected: Bool) {
        let stamp = FileStamp(device: 1, inode: 1, size: 1, modified: changed, changed: changed)
        #expect(stamp.isSettled(at: ClockReading(time: read, offset: 0)) == expected)
    }
}
