import BookModel
import CellProtocol
import Foundation

/// Watches a running program: which cell runs, and whether it keeps its limits.
///
/// Used by one task only; a class because the watching closure changes it.
final class LimitWatch {
    private let cells: [PlannedCell]
    private let outputLimit: Int
    private let process: pid_t
    private let output: OpenFile
    private let error: OpenFile
    private let records: OpenFile
    private let cellStarted: @Sendable (Int) -> Void

    private var readLength = 0
    private var rest: [UInt8] = []
    private var current = 0
    private var since = LimitWatch.now()
    private var outputBefore = 0

    /// The limit that was broken first.
    private(set) var broken: ProgramRun.Ending?

    init(
        cells: [PlannedCell], outputLimit: Int, process: pid_t, output: OpenFile, error: OpenFile,
        records: OpenFile, cellStarted: @escaping @Sendable (Int) -> Void
    ) {
        self.cells = cells
        self.outputLimit = outputLimit
        self.process = process
        self.output = output
        self.error = error
        self.records = records
        self.cellStarted = cellStarted
    }

    /// Looks at the program once.
    /// - Returns: the limit that it has broken, now or before.
    func check() -> ProgramRun.Ending? {
        if broken != nil { return broken }
        readNewRecords()
        guard let planned = cells.indices.contains(current) ? cells[current] : cells.last else { return nil }
        if Self.now() - since > planned.timeLimit {
            broken = .overTime(limit: planned.timeLimit)
        } else if output.length + error.length - outputBefore > outputLimit {
            broken = .overOutput(limit: outputLimit)
        } else if ProcessMemory.residentBytes(below: process) > planned.memoryLimit {
            broken = .overMemory(limit: planned.memoryLimit)
        }
        return broken
    }

    private func readNewRecords() {
        let bytes = records.bytes(from: readLength)
        readLength += bytes.count
        rest += bytes
        guard let end = rest.lastIndex(of: UInt8(ascii: "\n")) else { return }
        for record in RecordReader.parse(Array(rest[...end])).records {
            guard case .cellStarted(let cell) = record.event else { continue }
            current = cell
            since = record.time
            outputBefore = record.outputLength + record.errorLength
            cellStarted(cell)
        }
        rest.removeSubrange(...end)
    }

    /// Seconds of the clock that records use.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

/// The memory of a process and all that it started.
enum ProcessMemory {
    /// Bytes that the process and its descendants hold now; 0 for those that are gone.
    static func residentBytes(below process: pid_t) -> Int {
        ([process] + ProcessTree.descendants(of: process)).reduce(0) { $0 + residentBytes(of: $1) }
    }

    private static func residentBytes(of process: pid_t) -> Int {
        let own = text("/proc/\(process)/statm").split(separator: " ")
        let pages = own.count > 1 ? Int(own[1]) ?? 0 : 0
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
}
