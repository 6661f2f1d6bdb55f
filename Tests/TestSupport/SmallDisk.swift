import Foundation

/// A small disk in memory, mounted for one test; needs root.
package final class SmallDisk {
    package struct MountError: Error {
        package let path: String
    }

    package let path: String

    package init(at path: String, megabytes: Int) throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Self.mount("tmpfs", path, 0, "size=\(megabytes)m")
    }

    deinit { umount2(path, Int32(MNT_DETACH)) }

    package func setReadOnly(_ isReadOnly: Bool) throws {
        try Self.mount(nil, path, UInt(MS_REMOUNT) | (isReadOnly ? UInt(MS_RDONLY) : 0), nil)
    }

    private static func mount(_ kind: String?, _ path: String, _ flags: UInt, _ options: String?) throws {
        guard Glibc.mount("none", path, kind, flags, options) == 0 else { throw MountError(path: path) }
    }

    private var filler: String { path + "/filler" }

    /// Takes all of the space that is left.
    package func fill() throws {
        _ = FileManager.default.createFile(atPath: filler, contents: nil)
        let file = try FileHandle(forWritingTo: URL(filePath: filler))
        for size in [100_000, 4096, 1] {
            while (try? file.write(contentsOf: Data(repeating: 0, count: size))) != nil {}
        }
    }

    /// Gives the space back.
    package func empty() throws {
        try FileManager.default.removeItem(atPath: filler)
    }
}
