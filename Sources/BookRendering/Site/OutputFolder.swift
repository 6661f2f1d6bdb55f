import Foundation

/// The folder that pages are written to.
final class OutputFolder {
    private let folder: URL
    /// New contents that wait beside their places.
    private var staged: [(temporary: URL, final: URL)] = []
    private static let prefix = ".book-new-"

    init(_ folder: URL) {
        self.folder = folder
    }

    /// Makes the folder and those in it that the paths need.
    func prepare(for paths: some Sequence<String>) throws(SiteWriteError) {
        try makeFolder(folder)
        for parent in Set(paths.map { folder.appending(path: $0).deletingLastPathComponent() }) {
            try makeFolder(parent)
            removeLeftovers(in: parent)
        }
    }

    func bytes(of path: String) -> [UInt8]? {
        try? Array(Data(contentsOf: folder.appending(path: path)))
    }

    /// The paths that earlier sites had; none that leads out of the folder, whatever the list says.
    func manifest() -> Set<String> {
        let text = bytes(of: SiteWriter.manifestName).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let lines = text.split(separator: "\n").map(String.init)
        return Set(
            lines.filter { path in
                !path.hasPrefix("/") && path.split(separator: "/").allSatisfy { $0 != ".." && $0 != "." }
            })
    }

    func record(_ paths: Set<String>) throws(SiteWriteError) {
        let bytes = Array(paths.sorted().map { $0 + "\n" }.joined().utf8)
        guard self.bytes(of: SiteWriter.manifestName) != bytes else { return }
        let waiting = staged
        staged = []
        defer { staged = waiting }
        try stage([(SiteWriter.manifestName, bytes)])
        try place()
    }

    /// Writes each file beside its place; where one fails, takes all of them back.
    func stage(_ files: [(key: String, value: [UInt8])]) throws(SiteWriteError) {
        for (path, bytes) in files {
            let final = folder.appending(path: path)
            let parent = final.deletingLastPathComponent()
            let temporary = parent.appending(path: "\(Self.prefix)\(getpid())-\(final.lastPathComponent)")
            do throws(SiteWriteError) {
                staged.append((temporary, final))
                try Self.write(bytes, to: temporary, for: final)
            } catch {
                discard()
                throw error
            }
        }
    }

    func place() throws(SiteWriteError) {
        while let (temporary, final) = staged.first {
            guard rename(temporary.path, final.path) == 0 else {
                let error = Self.systemError(final)
                discard()
                throw error
            }
            staged.removeFirst()
        }
    }

    /// Removes a file, and its folder when nothing is left in it.
    func remove(_ path: String) throws(SiteWriteError) {
        let file = folder.appending(path: path)
        guard unlink(file.path) == 0 || errno == ENOENT else { throw Self.systemError(file) }
        var parent = file.deletingLastPathComponent()
        while parent.path.count > folder.path.count, rmdir(parent.path) == 0 {
            parent.deleteLastPathComponent()
        }
    }

    private func discard() {
        for (temporary, _) in staged { unlink(temporary.path) }
        staged = []
    }

    /// What a build that was killed left behind; not that of a build that still runs.
    private func removeLeftovers(in folder: URL) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
            guard name.hasPrefix(Self.prefix),
                let process = pid_t(name.dropFirst(Self.prefix.count).prefix { $0 != "-" }),
                process > 0, kill(process, 0) == -1, errno == ESRCH
            else { continue }
            unlink(folder.appending(path: name).path)
        }
    }

    private func makeFolder(_ folder: URL) throws(SiteWriteError) {
        do {
            try FolderMaker.make(folder)
        } catch {
            throw SiteWriteError(file: error.folder, reason: error.reason)
        }
    }

    private static func write(_ bytes: [UInt8], to temporary: URL, for final: URL) throws(SiteWriteError) {
        let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw systemError(final) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let error = systemError(final)
                close(descriptor)
                throw error
            }
            written += count
        }
        // A full disk may show only here.
        guard close(descriptor) == 0 else { throw systemError(final) }
    }

    private static func systemError(_ file: URL) -> SiteWriteError {
        let code = errno
        return SiteWriteError(file: file.path, reason: String(cString: strerror(code)))
    }
}
