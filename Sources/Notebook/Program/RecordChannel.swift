import CellProtocol
import Foundation
import Synchronization

/// The open descriptor that the engine reads, and what the engine handed over.
final class RecordChannel: Sendable {
    /// The environment variables that cells may read, by name.
    let variables: [String: String?]
    private let seal: RecordSeal
    private let descriptor: Int32
    /// The process that the engine started; a copy made by `fork` must not send.
    private let owner: pid_t
    /// The number of records so far, in memory that the copies of cells which must trap share.
    nonisolated(unsafe) private let count: UnsafeMutablePointer<UInt64>
    /// The paths that the running cell has opened and that were sent. Its lock is held while a record is written.
    private let openedPaths = Mutex<Set<String>>([])

    private init?(descriptor: Int32, handover: ProgramHandover) {
        let size = MemoryLayout<UInt64>.size
        let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)
        guard let memory, memory != MAP_FAILED else { return nil }
        count = memory.bindMemory(to: UInt64.self, capacity: 1)
        self.descriptor = descriptor
        seal = handover.seal
        variables = handover.variables
        owner = getpid()
    }

    /// - Returns: `nil` outside the engine.
    static func inherited() -> RecordChannel? {
        guard let descriptor = descriptor(named: ProgramEnvironment.recordsDescriptor),
            let source = self.descriptor(named: ProgramEnvironment.handoverDescriptor)
        else { return nil }
        // Programs that a cell starts do not inherit the channel.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        let file = FileHandle(fileDescriptor: source, closeOnDealloc: true)
        guard let content = try? file.readToEnd(),
            let handover = try? JSONDecoder().decode(ProgramHandover.self, from: content)
        else { return nil }
        return RecordChannel(descriptor: descriptor, handover: handover)
    }

    private static func descriptor(named name: String) -> Int32? {
        let text = ProcessInfo.processInfo.environment[name] ?? ""
        guard let descriptor = Int32(text), fcntl(descriptor, F_GETFD) >= 0 else { return nil }
        return descriptor
    }

    /// Whether this process is the program, or the copy of it that runs a cell which must trap.
    private var isProgram: Bool { getpid() == owner || _Program.isTrapProcess }

    func send(_ event: ProgramEvent) {
        // A copy of the program that a cell forked must not go on with the chapter: it ends at the first record.
        guard isProgram else { _exit(0) }
        openedPaths.withLock { paths in
            if case .cellStarted = event { paths = [] }
            write(event)
        }
    }

    /// Sends a path that the running cell opens for the first time.
    func send(opened path: String) {
        // A copy that a cell forked may read what it likes: that is no record of the chapter.
        guard isProgram else { return }
        openedPaths.withLock { paths in
            if paths.insert(path).inserted { write(.fileOpened(path: path)) }
        }
    }

    /// Runs `body` while no thread of this process sends anything.
    func whileNothingIsSent<Result: Sendable>(_ body: () -> Result) -> Result {
        openedPaths.withLock { _ in body() }
    }

    private func write(_ event: ProgramEvent) {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        let record = ProgramRecord(
            event: event, outputLength: Self.length(of: STDOUT_FILENO),
            errorLength: Self.length(of: STDERR_FILENO),
            time: Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let content = try? encoder.encode(record) else { return }
        write(seal.line(of: content, number: count.pointee) + [UInt8(ascii: "\n")])
        count.pointee += 1
    }

    /// Writes all of `line`; without the channel there is no use in going on, so the program ends.
    private func write(_ line: [UInt8]) {
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
