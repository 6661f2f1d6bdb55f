import Foundation
import Synchronization

/// A folder for one run of one chapter, removed when it is done with.
final class WorkFolder: Sendable {
    let path: String

    private static let serial = Mutex(0)

    /// Makes `STORE/work/PROCESS-NUMBER` with what a run needs; folders of processes that are gone are removed.
    init(in store: ResultStore) throws(ExecutionError) {
        let number = Self.serial.withLock { serial in
            serial += 1
            return serial
        }
        path = "\(store.folder)/work/\(getpid())-\(number)"
        if number == 1 { Self.removeLeftovers(in: store.folder + "/work") }
        do {
            for folder in [scratch, crashes] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var scratch: String { path + "/scratch" }
    var crashes: String { path + "/crashes" }

    private static func removeLeftovers(in folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let process = name.split(separator: "-").first.flatMap({ pid_t($0) }) else { continue }
            if process == getpid() || (kill(process, 0) != 0 && errno == ESRCH) {
                try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            }
        }
    }
}
