import Foundation

/// A file that this process opened, closed when nobody holds it any more.
final class OpenFile: Sendable {
    let path: String
    let descriptor: Int32

    /// Makes the file anew, for appending by any number of processes.
    init(appendingTo path: String) throws(ExecutionError) {
        self.path = path
        descriptor = try Self.open(path, O_RDWR | O_CREAT | O_TRUNC | O_APPEND)
    }

    /// Opens a file for reading.
    init(reading path: String) throws(ExecutionError) {
        self.path = path
        descriptor = try Self.open(path, O_RDONLY)
    }

    deinit { close(descriptor) }

    /// The number of bytes in the file.
    var length: Int {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    }

    /// The bytes from `offset` on, at most `limit`.
    func bytes(from offset: Int = 0, limit: Int = .max) -> [UInt8] {
        let count = min(max(0, length - offset), limit)
        guard count > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let step = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
                    off_t(offset + filled))
                if step <= 0 { break }
                filled += step
            }
        }
    }

    private static func open(_ path: String, _ flags: Int32) throws(ExecutionError) -> Int32 {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw flags & O_CREAT != 0
                ? .cannotWrite(path: path, reason: reason) : .cannotRead(path: path, reason: reason)
        }
        // Above the numbers that children use, so that one never overwrites another while it is handed on.
        let high = fcntl(descriptor, F_DUPFD_CLOEXEC, 20)
        guard high >= 0 else { return descriptor }
        close(descriptor)
        return high
    }
}
