import BookExecution
import Foundation

/// A file with new bytes, which are written only over those that it was made from.
struct FileRevision: Sendable {
    /// The file is not any more what it was when it was read.
    struct Changed: Error {}

    /// The path that people see, relative to the root of the book.
    let path: String
    let location: String
    /// The bytes that the file held; `nil` where there was none.
    let old: [UInt8]?
    let new: [UInt8]

    /// Writes the new bytes beside the file and puts them in its place, so that nobody meets half of them.
    ///
    /// A link stays a link: the file that it leads to is written. Permissions stay.
    /// - Throws: `Changed`, or `ExecutionError.cannotWrite`.
    func write() throws {
        let target = URL(fileURLWithPath: location).resolvingSymlinksInPath()
        let temporary = target.deletingLastPathComponent().appending(
            path: ".\(target.lastPathComponent).accept-\(getpid())")
        do {
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(new).write(to: temporary)
            var status = stat()
            if stat(target.path, &status) == 0 { chmod(temporary.path, status.st_mode & 0o7777) }
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw ExecutionError.cannotWrite(path: path, reason: error.localizedDescription)
        }
        defer { try? FileManager.default.removeItem(at: temporary) }
        guard FileManager.default.contents(atPath: target.path).map(Array.init) == old else {
            throw Changed()
        }
        guard rename(temporary.path, target.path) == 0 else {
            throw ExecutionError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
