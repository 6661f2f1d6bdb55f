import Foundation
import Synchronization

/// The processes that this process started and that still run: what an interrupt must end.
public enum RunningProcesses {
    private struct State {
        var processes: Set<pid_t> = []
        var areEnding = false
    }

    private static let state = Mutex(State())

    /// Whether an interrupt has begun to end them.
    static var areEnding: Bool { state.withLock(\.areEnding) }

    /// Starts a process. While all are being ended it waits for the end instead: a new one could be overlooked.
    /// - Parameter spawn: gives the system's status and the process.
    /// - Returns: the system's status.
    static func start(_ spawn: () -> (status: Int32, process: pid_t)) -> Int32 {
        let status = state.withLock { state -> Int32? in
            guard !state.areEnding else { return nil }
            let (status, process) = spawn()
            if status == 0 { state.processes.insert(process) }
            return status
        }
        if let status { return status }
        while true { sleep(1) }
    }

    static func remove(_ process: pid_t) {
        state.withLock { _ = $0.processes.remove(process) }
    }

    /// Kills every process that still runs with all that it started, and waits until they are gone, at most a second.
    public static func killAll() {
        let processes = state.withLock { state in
            state.areEnding = true
            return state.processes
        }
        let killed = processes.flatMap(ProcessTree.kill)
        for _ in 0..<100 where killed.contains(where: ProcessTree.isAlive) { usleep(10_000) }
    }
}
