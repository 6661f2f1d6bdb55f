import Foundation
import Testing

/// A small disk in memory, mounted for one test; needs root.
final class SmallDisk {
    let path: String

    init(at path: String, megabytes: Int) throws {
        self.path = path
        try Files.make(path)
        try #require(mount("none", path, "tmpfs", 0, "size=\(megabytes)m") == 0)
    }

    deinit { umount2(path, Int32(MNT_DETACH)) }

    func setReadOnly(_ isReadOnly: Bool) throws {
        let flags = UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0)
        try #require(mount("none", path, nil, flags, nil) == 0)
    }

    /// Takes all of the space that is left.
    func fill() throws {
        _ = FileManager.default.createFile(atPath: path + "/filler", contents: nil)
        let file = try FileHandle(forWritingTo: URL(filePath: path + "/filler"))
        for size in [100_000, 4096, 1] {
            while (try? file.write(contentsOf: Data(repeating: 0, count: size))) != nil {}
        }
    }

    /// Gives the space back.
    func empty() {
        Files.remove(path + "/filler")
    }
}
