import CellProtocol
import Foundation
import Synchronization

/// Sends what a cell shows and claims to the engine that runs the chapter.
///
/// Outside the engine, where nobody listens, values and claims are printed as plain text.
enum ProgramRecorder {
    /// Where records go, found once from the environment.
    private static let channel = RecordChannel.inherited()

    static func record(value bundle: MIMEBundle) {
        if let channel {
            channel.send(.value(bundle: bundle.representations))
        } else {
            print(bundle.representations["text/plain"] ?? "")
        }
    }

    static func record(claim: Claim) {
        if let channel {
            channel.send(
                .claim(
                    sentence: claim.sentence, measured: claim.measured, bound: claim.bound,
                    holds: claim.holds,
                    line: claim.line))
        } else {
            print("\(claim.holds ? "holds" : "fails"): \(claim.sentence): \(claim.measured), \(claim.bound)")
        }
    }

    static func send(_ event: ProgramEvent) {
        channel?.send(event)
    }
}

/// The open descriptor that the engine reads.
private final class RecordChannel: Sendable {
    private let descriptor: Int32
    /// The process that the engine started; a copy made by `fork` must not send.
    private let owner: pid_t
    private let lock = Mutex(())

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        owner = getpid()
    }

    static func inherited() -> RecordChannel? {
        guard let text = ProcessInfo.processInfo.environment[ProgramEnvironment.recordsDescriptor],
            let descriptor = Int32(text), fcntl(descriptor, F_GETFD) >= 0
        else { return nil }
        // Programs that a cell starts do not inherit the channel.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return RecordChannel(descriptor: descriptor)
    }

    func send(_ event: ProgramEvent) {
        // A copy of the program that a cell forked must not go on with the chapter: it ends at the first record.
        guard getpid() == owner || _Program.isTrapProcess else { _exit(0) }
        lock.withLock { _ in
            var time = timespec()
            clock_gettime(CLOCK_MONOTONIC, &time)
            let record = ProgramRecord(
                event: event, outputLength: Self.length(of: STDOUT_FILENO),
                errorLength: Self.length(of: STDERR_FILENO),
                time: Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            guard var line = try? encoder.encode(record) else { return }
            line.append(UInt8(ascii: "\n"))
            write(line)
        }
    }

    /// Writes all of `line`; without the channel there is no use in going on, so the program ends.
    private func write(_ line: Data) {
        line.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    let isFull = errno == ENOSPC || errno == EDQUOT
                    _exit(isFull ? ProgramEnvironment.fullDiskStatus : ProgramEnvironment.lostChannelStatus)
                }
            }
        }
    }

    /// The size of the file that a stream goes to; the engine gives each stream a file of its own.
    /// Negative when the cell has closed it.
    private static func length(of stream: Int32) -> Int {
        var status = stat()
        return fstat(stream, &status) == 0 ? Int(status.st_size) : -1
    }
}
