import Foundation

/// What the system knows about a file without reading it.
///
/// A file with the stamp that it had when it was read holds what it held then, if the stamp was settled at that moment.
package struct FileStamp: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    /// Nanoseconds since 1970: when the content was written, as far as anybody says so.
    let modified: Int64
    /// Nanoseconds since 1970: when the system last changed anything about the file, which nobody can set.
    let changed: Int64

    /// The stamp of the file at `path`, with links followed; `nil` when there is none, or it is no regular file.
    package init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        self.init(status)
    }

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
    }

    package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
        self.device = device
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    /// Whether every change after `reading` gives the file another stamp.
    ///
    /// The times of files move in ticks: a change in the tick of the one before leaves no trace. A time in the future,
    /// which a clock that was set back leaves behind, is never settled.
    package func isSettled(at reading: ClockReading) -> Bool {
        let hasWholeSeconds = changed % 1_000_000_000 == 0
        return changed + (hasWholeSeconds ? Self.coarseTick : Self.tick) < reading.time
    }

    /// More than the longest tick of Linux, 10 ms.
    private static let tick: Int64 = 20_000_000
    /// The tick of file systems that keep seconds; that of FAT is two.
    private static let coarseTick: Int64 = 2_000_000_000

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
