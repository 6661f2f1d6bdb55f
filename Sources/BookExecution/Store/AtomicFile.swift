import Foundation

/// Writes files so that nobody ever sees a part of one, whenever the writer ends.
package enum AtomicFile {
    /// Writes beside the place and renames; the folder is made where it is missing.
    package static func write(_ content: Data, to path: String) throws(ExecutionError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let temporary = "\(path).\(getpid())-\(UInt64.random(in: 0...UInt64.max)).partial"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try content.write(to: URL(fileURLWithPath: temporary))
        } catch {
            unlink(temporary)
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
        var status = stat()
        // A folder in the place of a file of ours was put there by somebody else.
        if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            try? FileManager.default.removeItem(atPath: path)
        }
        guard rename(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw .cannotWrite(path: path, reason: reason)
        }
    }

    /// The mark at the end of the name of a file that is not written yet.
    static let mark = ".partial"
}
