import CellProtocol
import Foundation
import Synchronization

/// What a cell can change beside the variables of the chapter: the files of the scratch folder, the environment, the
/// working folder, the mask of new files.
///
/// A cell that changes one of these changes what every later cell may find.
enum ProcessState {
    private struct Snapshot: Equatable {
        var files: [String]
        var process: [String]
    }

    private static let last = Mutex<Snapshot?>(nil)
    /// As the engine set it: a cell may change the variable.
    private static let scratch = getenv("TMPDIR").map { String(cString: $0) }

    static func remember() {
        last.withLock { $0 = current() }
    }

    /// Tells the engine what changed since the last cell ended.
    static func sendChanges() {
        let (before, after) = last.withLock { last in
            let before = last
            last = current()
            return (before, last)
        }
        guard let before, let after, before != after else { return }
        ProgramRecorder.send(
            .effects(
                changesFiles: before.files != after.files, changesProcess: before.process != after.process))
    }

    private static func current() -> Snapshot {
        var files: [String] = []
        if let scratch { list(scratch, into: &files) }
        var process = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }.sorted()
        process.append(FileManager.default.currentDirectoryPath)
        return Snapshot(files: files, process: process)
    }

    /// Each entry below a folder with what changes when it does.
    private static func list(_ folder: String, into entries: inout [String]) {
        guard let stream = opendir(folder) else { return }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        for name in names.sorted() {
            var status = stat()
            let path = "\(folder)/\(name)"
            guard lstat(path, &status) == 0 else { continue }
            entries.append(
                "\(path) \(status.st_ino) \(status.st_mode) \(status.st_size) \(status.st_mtim.tv_sec)"
                    + ".\(status.st_mtim.tv_nsec) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)")
            if status.st_mode & S_IFMT == S_IFDIR { list(path, into: &entries) }
        }
    }
}
