import Foundation
import Synchronization

/// A folder for one run of one chapter, removed when it is done with.
final class WorkFolder: Sendable {
    let path: String

    private static let serial = Mutex(0)
    /// The folders of this process that exist now.
    private static let paths = Mutex<Set<String>>([])

    /// Makes `STORE/work/PROCESS-NUMBER` with what a run needs; folders of processes that are gone are removed.
    init(in store: ResultStore) throws(ExecutionError) {
        let number = Self.serial.withLock { serial in
            serial += 1
            return serial
        }
        path = "\(store.folder)/work/\(getpid())-\(number)"
        Self.paths.withLock { [path] in _ = $0.insert(path) }
        if number == 1 { Self.removeLeftovers(in: store) }
        do {
            for folder in [scratch, crashes, kept] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    deinit {
        Self.remove(path)
        Self.paths.withLock { [path] in _ = $0.remove(path) }
    }

    var scratch: String { path + "/scratch" }
    var crashes: String { path + "/crashes" }
    /// The values of variables that the run stores or reads back.
    var kept: String { path + "/kept" }

    /// Writes a file that nobody reads before it is whole.
    static func write(_ content: @autoclosure () throws -> Data, to path: String) throws(ExecutionError) {
        do {
            try content().write(to: URL(fileURLWithPath: path))
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    /// Removes the folders of this process, for an end that runs no `deinit`.
    static func removeAll() {
        for path in paths.withLock({ $0 }) {
            // A process that was just killed may still finish a file.
            for _ in 0..<10 where FileManager.default.fileExists(atPath: path) {
                remove(path)
            }
        }
    }

    /// Removes a folder with whatever a program left in it: folders may be nested so deep that no path reaches them, or
    /// be closed to everybody.
    private static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
        guard FileManager.default.fileExists(atPath: path) else { return }
        for (program, arguments) in [("/bin/chmod", ["-R", "u+rwX", path]), ("/bin/rm", ["-rf", path])] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: program)
            process.arguments = arguments
            process.standardError = FileHandle.nullDevice
            if (try? process.run()) != nil { process.waitUntilExit() }
        }
    }

    /// Removes the folders of processes that are gone.
    static func removeLeftovers(in store: ResultStore) {
        let folder = store.folder + "/work"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let process = name.split(separator: "-").first.flatMap({ pid_t($0) }) else { continue }
            let path = "\(folder)/\(name)"
            // One with the number of this process is its own, or was left by one that had the number before.
            let isLeft =
                process == getpid()
                ? !paths.withLock { $0.contains(path) } : kill(process, 0) != 0 && errno == ESRCH
            if isLeft { remove(path) }
        }
    }
}
