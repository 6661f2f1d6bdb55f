import Foundation

/// What a process and all that descends from it use now, as `/proc` says.
struct ProgramUsage: Sendable {
    /// Processes and threads.
    private(set) var tasks = 0
    /// Bytes of resident memory.
    private(set) var memory = 0
    /// Seconds of processor time, with that of children that have ended and were waited for.
    private(set) var processorTime = 0.0

    /// - Parameter limit: the count stops above so many processes and threads, so that looking at a fork bomb takes no
    ///   longer than looking at a program at its limit.
    init(below process: pid_t, limit: Int) {
        var waiting = [process]
        while let next = waiting.popLast(), tasks <= limit {
            waiting += add(next, limit: limit)
        }
    }

    /// - Returns: the children of the process.
    private mutating func add(_ process: pid_t, limit: Int) -> [pid_t] {
        memory += Self.residentBytes(of: process)
        processorTime += Self.processorTime(of: process)
        var children: [pid_t] = []
        for thread in ProcFile.numbers(in: "/proc/\(process)/task") {
            tasks += 1
            if tasks > limit { break }
            children += ProcFile.words(of: "/proc/\(process)/task/\(thread)/children").compactMap {
                pid_t($0)
            }
        }
        return children
    }

    private static func residentBytes(of process: pid_t) -> Int {
        let words = ProcFile.words(of: "/proc/\(process)/statm")
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    private static func processorTime(of process: pid_t) -> Double {
        let text = ProcFile.text(of: "/proc/\(process)/stat")
        // `12 (name) S …`, where the name may hold anything; then the fields from the third on.
        guard let name = text.lastIndex(of: ")") else { return 0 }
        let fields = text[name...].split(separator: " ").dropFirst()
        // Its own in user and system mode, then that of its children: fields 14 to 17.
        let ticks = fields.dropFirst(11).prefix(4).compactMap { Double($0) }.reduce(0, +)
        return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
