import BookExport
import Foundation
import Testing

@Suite("ZipArchive")
struct ZipArchiveTests {
    private static func archive() -> [UInt8] {
        var archive = ZipArchive()
        archive.add("mimetype", Array("application/x".utf8), compressing: false)
        archive.add("ü/long.txt", Array(String(repeating: "a line of text\n", count: 5000).utf8))
        archive.add("empty", [])
        archive.add("noise", (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7919 &+ $0 / 3) })
        return archive.bytes()
    }

    @Test func itsFirstFileIsPlainAtAFixedPlace() {
        let bytes = Self.archive()
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(String(decoding: bytes[30..<51], as: UTF8.self) == "mimetypeapplication/x")
    }

    @Test func sameFilesGiveSameBytes() {
        #expect(Self.archive() == Self.archive())
    }

    /// Python's reader, which checks each CRC.
    @Test func anotherReaderFindsEveryFile() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zip-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.zip")
        try Data(Self.archive()).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = [
            "-c",
            """
            import sys, zipfile
            archive = zipfile.ZipFile(sys.argv[1])
            assert archive.testzip() is None
            for entry in archive.infolist():
                print(entry.filename, entry.file_size, entry.compress_type, *entry.date_time)
            assert archive.read("ü/long.txt") == b"a line of text\\n" * 5000
            """, file.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(
            String(decoding: output, as: UTF8.self) == """
                mimetype 13 0 1980 1 1 0 0 0
                ü/long.txt 75000 8 1980 1 1 0 0 0
                empty 0 0 1980 1 1 0 0 0
                noise 1000 8 1980 1 1 0 0 0

                """)
    }
}
