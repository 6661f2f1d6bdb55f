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

    /// Removes the entries that were not used for longest until the rest takes at most nine tenths of the limit.
    /// - Returns: how many entries went.
    @discardableResult
    func apply() -> Int {
        var entries: [Entry] = []
        for name in Self.kinds {
            for file in Self.names(in: "\(folder)/\(name)") {
                let path = "\(folder)/\(name)/\(file)"
                var status = stat()
                guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
                entries.append(Entry(path: path, size: Int(status.st_blocks) * 512, time: status.st_mtim))
            }
        }
        var size = entries.reduce(0) { $0 + $1.size }
        guard size > limit else { return 0 }
        var removed = 0
        let oldestFirst = entries.sorted {
            ($0.time.tv_sec, $0.time.tv_nsec) < ($1.time.tv_sec, $1.time.tv_nsec)
        }
        for entry in oldestFirst {
            guard size > limit / 10 * 9 else { break }
            if unlink(entry.path) == 0 {
                size -= entry.size
                removed += 1
            }
        }
        return removed
    }

    /// Removes the files that builds which were killed left half written.
    func removeLeftovers() {
        for name in [""] + Self.kinds + ["keys", "keys/modules", "manifests"] {
            for file in Self.unfinished(in: "\(folder)/\(name)") where Self.isLeft(file) {
                unlink("\(folder)/\(name)/\(file)")
            }
        }
    }

    /// The folders whose files are entries.
    private static let kinds = ["results", "syntax", "values", "renderings", "chapters", "pages"]

    /// Whether the name is one of a file that is being written, by a process that is gone: ours end with
    /// `.PROCESS-NUMBER.partial`, Foundation's start with `.dat.nosync` and the process in hexadecimal digits.
    private static func isLeft(_ file: String) -> Bool {
        var process: pid_t?
        let parts = file.split(separator: ".")
        if file.hasSuffix(AtomicFile.mark), parts.count >= 2 {
            process = parts[parts.count - 2].split(separator: "-").first.flatMap { pid_t($0) }
        } else if file.hasPrefix(".dat.nosync"), parts.count >= 2 {
            process = pid_t(parts[1].dropFirst("nosync".count), radix: 16)
        }
        guard let process else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// The names in a folder that a file being written may have; the others, which are many, cost no more than to be
    /// listed.
    private static func unfinished(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                    guard strstr(name, AtomicFile.mark) != nil || strncmp(name, ".dat.nosync", 11) == 0 else {
                        return
                    }
                    names.append(String(cString: name))
                }
            }
        }
        return names
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
