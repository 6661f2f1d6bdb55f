import Foundation
import Synchronization

/// A Python process that answers each line with a line.
///
/// It speaks over a socket rather than pipes: writing to a process that has died is then an error, not a
/// signal.
final class FigureWorker: Sendable {
    private let process: pid_t
    private let socket: Int32
    private let received = Mutex(Data())

    /// The workers of this process that run now.
    private static let running = Mutex<Set<pid_t>>([])

    init?(python: URL, script: String) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
        defer { close(ends[1]) }
        guard let process = Self.start([python.path, "-I", "-c", script], input: ends[1], output: ends[1])
        else {
            close(ends[0])
            return nil
        }
        self.process = process
        socket = ends[0]
        Self.running.withLock { _ = $0.insert(process) }
    }

    /// Ends all workers, for an end of the process that runs no `deinit`.
    static func killAll() {
        for process in running.withLock({ $0 }) { kill(process, SIGKILL) }
    }

    deinit {
        Self.running.withLock { [process] in _ = $0.remove(process) }
        close(socket)
        kill(process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) == -1, errno == EINTR {}
    }

    private static func start(_ command: [String], input: Int32, output: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // Times on an axis are those of one zone wherever the book is built.
        let environment = ["PATH=/usr/bin:/bin", "TZ=UTC", "LC_ALL=C.UTF-8"]
        var arguments = command.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, command[0], &actions, nil, &arguments, &variables)
        return status == 0 ? process : nil
    }

    /// Whether the whole request was handed over.
    func send(_ request: FigureConverter.Request) -> Bool {
        guard var line = try? JSONEncoder().encode(request) else { return false }
        line.append(UInt8(ascii: "\n"))
        return line.withUnsafeBytes { bytes in
            var sent = 0
            while sent < bytes.count {
                let count = Glibc.send(
                    socket, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                sent += count
            }
            return true
        }
    }

    /// The next reply; `nil` when the process has ended, says something else, or takes too long.
    func receive(within seconds: Double) -> FigureConverter.Reply? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            if let line = nextLine() {
                return try? JSONDecoder().decode(FigureConverter.Reply.self, from: line)
            }
            guard readMore(before: deadline) else { return nil }
        }
    }

    private func nextLine() -> Data? {
        received.withLock { received in
            guard let end = received.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            let line = Data(received[..<end])
            received = Data(received[(end + 1)...])
            return line
        }
    }

    private func readMore(before deadline: ContinuousClock.Instant) -> Bool {
        let left = (deadline - ContinuousClock.now) / .milliseconds(1)
        var request = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        let ready = poll(&request, 1, Int32(max(0, left)))
        if ready < 0, errno == EINTR { return true }
        guard ready > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count < 0, errno == EINTR { return true }
        guard count > 0 else { return false }
        received.withLock { $0.append(contentsOf: buffer[..<count]) }
        return true
    }
}
