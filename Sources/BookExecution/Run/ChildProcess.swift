import Foundation
import Synchronization

/// A program to start: what, with which arguments and surroundings.
struct ChildCommand: Sendable {
    var executable: String
    var arguments: [String]
    /// The whole environment; nothing is inherited.
    var environment: [String: String]
    /// The child's descriptors: number to open descriptor of this process. All others are closed.
    var descriptors: [Int32: Int32]
}

/// How a process ended.
enum ProcessEnding: Hashable, Sendable {
    case exited(Int32)
    case signaled(Int32)
}

/// A started process, in a process group of its own.
final class ChildProcess: Sendable {
    let identifier: pid_t
    private let ending = Mutex<ProcessEnding?>(nil)

    /// Starts a program.
    /// - Throws: `ExecutionError.cannotStart` with the system's reason.
    init(_ command: ChildCommand) throws(ExecutionError) {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (target, source) in command.descriptors {
            posix_spawn_file_actions_adddup2(&actions, source, target)
        }
        // Signals that this process handles or ignores, or whoever started it did, get their usual meaning back in the
        // child: a file that grows too large must end the program that writes it.
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD, SIGXFSZ, SIGXCPU] {
            sigaddset(&signals, signal)
        }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // The threads of Dispatch block signals, and a child would inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        let environment = command.environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var child: pid_t = 0
        let status = RunningProcesses.start {
            let status = Self.withCStrings([command.executable] + command.arguments) { arguments in
                Self.withCStrings(environment) { environment in
                    posix_spawn(&child, command.executable, &actions, &attributes, arguments, environment)
                }
            }
            return (status, child)
        }
        guard status == 0 else {
            throw .cannotStart(program: command.executable, reason: String(cString: strerror(status)))
        }
        identifier = child
    }

    /// How the process ended, or `nil` while it runs.
    func poll() -> ProcessEnding? {
        // What was killed by an interrupt has not ended: nothing may be made of what it left.
        if RunningProcesses.areEnding { return nil }
        return ending.withLock { ending in
            if let ending { return ending }
            var status: Int32 = 0
            let result = waitpid(identifier, &status, WNOHANG)
            guard result == identifier || (result < 0 && errno == ECHILD) else { return nil }
            RunningProcesses.remove(identifier)
            let signal = status & 0x7F
            ending = signal == 0 ? .exited((status >> 8) & 0xFF) : .signaled(signal)
            return ending
        }
    }

    /// Kills the process and all that it started.
    func kill() {
        ProcessTree.kill(identifier)
    }

    /// Waits for the end, calling `check` every 20 ms. When the task is cancelled, the process is killed.
    func wait(checking check: () -> Void = {}) async -> ProcessEnding {
        for await _ in ProcessMoments.of(identifier) {
            if let ending = poll() { return ending }
            check()
        }
        kill()
        while true {
            if let ending = poll() { return ending }
            usleep(1000)
        }
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}
