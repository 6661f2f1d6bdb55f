import Foundation

/// A process and all that descends from it.
package enum ProcessTree {
    /// Kills a process, its group, and its descendants: a program may put what it starts into groups of their own.
    /// - Returns: the processes that were killed.
    @discardableResult
    static func kill(_ process: pid_t) -> [pid_t] {
        let all = [process] + descendants(of: process)
        Glibc.kill(-process, SIGKILL)
        for member in all { Glibc.kill(member, SIGKILL) }
        return all
    }

    /// Whether a process still does something: one that waits to be collected does not.
    static func isAlive(_ process: pid_t) -> Bool {
        // `12 (name) S …`, where the name may hold anything.
        let status = ProcFile.text(of: "/proc/\(process)/stat")
        guard let name = status.lastIndex(of: ")") else { return false }
        return !["Z", "X"].contains(status[name...].dropFirst(2).first)
    }

    /// The children of each thread of a process, and theirs.
    package static func descendants(of process: pid_t) -> [pid_t] {
        let children = ProcFile.numbers(in: "/proc/\(process)/task").flatMap { thread in
            ProcFile.words(of: "/proc/\(process)/task/\(thread)/children").compactMap { pid_t($0) }
        }
        return children + children.flatMap(descendants)
    }
}
