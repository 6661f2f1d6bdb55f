import BookExecution
import Foundation
import Testing

/// Which build of a program or library a file holds.
@Suite("Build identity")
struct BuildIdentityTests {
    @Test func libraryIsNamedByTheLinker() async throws {
        let library = try Installation.ofThisProcess().library
        let identity = try BuildIdentity.text(ofFile: library)
        let notes = try #require(await Command.output("/usr/bin/readelf", ["--notes", library]))
        let line = try #require(notes.split(separator: "\n").first { $0.contains("Build ID: ") })
        #expect("build " + line.split(separator: " ").suffix(1).joined() == identity)
    }

    @Test(
        "what has no build id is named by its content",
        arguments: [
            [], Array("no program".utf8), [0x7F, 0x45, 0x4C, 0x46, 2, 1],
            // Tables that would lie far outside.
            [0x7F, 0x45, 0x4C, 0x46, 2, 1] + [UInt8](repeating: 0xFF, count: 200),
        ] as [[UInt8]])
    func otherFiles(_ content: [UInt8]) throws {
        let path = FileManager.default.temporaryDirectory.path + "/identity-\(UUID().uuidString)"
        defer { unlink(path) }
        try Data(content).write(to: URL(filePath: path))
        #expect(try BuildIdentity.text(ofFile: path) == "content " + FileHashes.hash(of: content))
    }

    @Test func foldersAreListedWithoutWhatIsHiddenOrNoFile() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/listing-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/b/c", withIntermediateDirectories: true)
        for name in ["z", "a", ".hidden", "b/c/d"] {
            try Data().write(to: URL(filePath: "\(folder)/\(name)"))
        }
        #expect(mkfifo(folder + "/pipe", 0o644) == 0)
        #expect(symlink(folder + "/z", folder + "/link") == 0)
        #expect(symlink(folder + "/nowhere", folder + "/broken") == 0)
        // A way back to itself, which must not be followed.
        #expect(symlink(folder, folder + "/b/loop") == 0)
        #expect(FolderListing.files(below: folder) == ["a", "b/c/d", "link", "z"])
        #expect(FolderListing.files(below: folder + "/missing").isEmpty)
    }
}
