import BookExecution
import Foundation

/// The engine as a process of the system, in a process group of its own.
final class EngineProcess {
    /// A process that ended.
    struct Ending {
        /// The exit status; the negative number of the signal that ended it.
        let status: Int32
        let output: String
        let errors: String
        let seconds: Double
    }

    struct StartError: Error { let reason: String }
    /// The engine ran for longer than any build takes.
    struct HangError: Error {
        let arguments: [String]
        let errors: String
    }

    let identifier: pid_t
    private let arguments: [String]
    private let streams: String
    private let start = ContinuousClock.now

    /// - Parameter environment: the whole environment of the engine.
    init(_ executable: String, _ arguments: [String], environment: [String: String]) throws {
        self.arguments = arguments
        streams = try Files.temporaryFolder("streams")
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        for (number, name) in [(Int32(1), "output"), (2, "errors")] {
            posix_spawn_file_actions_addopen(
                &actions, number, "\(streams)/\(name)", O_WRONLY | O_CREAT | O_APPEND, 0o644)
        }
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var words = ([executable] + arguments).map { strdup($0) } + [nil]
        var settings = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var child: pid_t = 0
        let status = posix_spawn(&child, executable, &actions, &attributes, &words, &settings)
        guard status == 0 else {
            throw StartError(reason: "\(executable): \(String(cString: strerror(status)))")
        }
        identifier = child
    }

    deinit { Files.remove(streams) }

    /// Waits for the end.
    func wait() throws -> Ending {
        var status: Int32 = 0
        while waitpid(identifier, &status, WNOHANG) != identifier {
            usleep(2000)
            if ContinuousClock.now - start > .seconds(Settings.longestBuild) {
                killTree()
                waitpid(identifier, &status, 0)
                throw HangError(arguments: arguments, errors: Files.text(streams + "/errors") ?? "")
            }
        }
        let signal = status & 0x7F
        return Ending(
            status: signal == 0 ? (status >> 8) & 0xFF : -signal,
            output: Files.text(streams + "/output") ?? "", errors: Files.text(streams + "/errors") ?? "",
            seconds: (ContinuousClock.now - start) / .seconds(1))
    }

    /// Ends the engine at once, and nothing that it started.
    func killAlone() {
        kill(identifier, SIGKILL)
    }

    /// Ends the engine's group and all that it started.
    func killTree() {
        let all = ProcessTree.descendants(of: identifier)
        kill(-identifier, SIGKILL)
        for process in all { kill(process, SIGKILL) }
    }
}
