import Foundation

/// Keeps the store within its size: what was not used for longest goes first.
struct StoreLimit {
    let folder: String
    /// Bytes.
    let limit: Int

    private struct Entry {
        let path: String
        let size: Int
        let time: timespec
    }

    /// Removes the entries that were not used for longest until the rest takes at most nine tenths of the limit, and
    /// files that a build which was killed left half written.
    /// - Returns: how many entries went because of the limit.
    @discardableResult
    func apply() -> Int {
        var entries: [Entry] = []
        for name in Self.names(in: folder) where Self.isOurs(name) {
            for file in Self.names(in: "\(folder)/\(name)") {
                let path = "\(folder)/\(name)/\(file)"
                var status = stat()
                guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
                if file.hasSuffix(AtomicFile.mark) {
                    removeIfLeft(path, file)
                } else {
                    entries.append(
                        Entry(path: path, size: Int(status.st_blocks) * 512, time: status.st_mtim))
                }
            }
        }
        var size = entries.reduce(0) { $0 + $1.size }
        guard size > limit else { return 0 }
        var removed = 0
        for entry in entries.sorted(by: {
            ($0.time.tv_sec, $0.time.tv_nsec) < ($1.time.tv_sec, $1.time.tv_nsec)
        }) {
            guard size > limit / 10 * 9 else { break }
            if unlink(entry.path) == 0 {
                size -= entry.size
                removed += 1
            }
        }
        return removed
    }

    private static func isOurs(_ name: String) -> Bool {
        ["results", "syntax", "values", "renderings"].contains(name)
    }

    /// Half written files of processes that are gone: `NAME.PROCESS-NUMBER.partial`.
    private func removeIfLeft(_ path: String, _ file: String) {
        let parts = file.split(separator: ".")
        guard parts.count >= 2, let process = parts[parts.count - 2].split(separator: "-").first,
            let identifier = pid_t(process)
        else { return }
        if kill(identifier, 0) != 0, errno == ESRCH { unlink(path) }
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
