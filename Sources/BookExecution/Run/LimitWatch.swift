import BookModel
import CellProtocol
import Foundation

/// Watches a running program: which cell runs, and whether it keeps its limits.
///
/// Used by one task only; a class because the watching closure changes it. Times are those of the monotonic clock, so
/// that a clock that is set while a chapter runs changes nothing.
final class LimitWatch {
    private let cells: [PlannedCell]
    private let limits: ProgramLimits
    private let process: pid_t
    /// The folders that the program writes to.
    private let folders: [String]
    private let output: OpenFile
    private let error: OpenFile
    private let cellStarted: @Sendable (Int) -> Void

    private(set) var records: RecordReader
    private var current = 0
    private var since = LimitWatch.now()
    private var outputBefore = 0
    private var processorTimeBefore = 0.0
    private var nextLookAtScratch = 0.0

    /// The limit that was broken first.
    private(set) var broken: ProgramRun.Ending?

    init(
        cells: [PlannedCell], limits: ProgramLimits, process: pid_t, folders: [String], output: OpenFile,
        error: OpenFile, records: RecordReader, cellStarted: @escaping @Sendable (Int) -> Void
    ) {
        self.cells = cells
        self.limits = limits
        self.process = process
        self.folders = folders
        self.output = output
        self.error = error
        self.records = records
        self.cellStarted = cellStarted
    }

    /// Looks at the program once.
    /// - Returns: the limit that it has broken, now or before.
    func check() -> ProgramRun.Ending? {
        if broken != nil { return broken }
        let usage = ProgramUsage(below: process, limit: limits.tasks)
        if readNewRecords() { processorTimeBefore = usage.processorTime }
        let cell = cells.indices.contains(current) ? cells[current] : cells.last
        let time = cell?.timeLimit ?? limits.time
        broken =
            limitOfTime(time) ?? limitOfOutput() ?? limit(usage, memory: cell?.memoryLimit ?? limits.memory)
            ?? limitOfProcessorTime(usage, time * limits.processorShare) ?? limitOfScratch()
        return broken
    }

    /// Looks at what an ended program left: it may have been quicker than the watch.
    func checkEnd() {
        _ = readNewRecords()
        broken = broken ?? limitOfOutput()
    }

    private func limitOfTime(_ limit: Double) -> ProgramRun.Ending? {
        Self.now() - since > limit ? .overTime(limit: limit) : nil
    }

    private func limitOfProcessorTime(_ usage: ProgramUsage, _ limit: Double) -> ProgramRun.Ending? {
        usage.processorTime - processorTimeBefore > limit ? .overProcessorTime(limit: limit) : nil
    }

    private func limitOfOutput() -> ProgramRun.Ending? {
        output.length + error.length - outputBefore > limits.output ? .overOutput(limit: limits.output) : nil
    }

    private func limit(_ usage: ProgramUsage, memory: Int) -> ProgramRun.Ending? {
        if usage.tasks > limits.tasks { return .overTasks(limit: limits.tasks) }
        return usage.memory > memory ? .overMemory(limit: memory) : nil
    }

    /// Looks at the scratch folder, and then not again for ten times as long as that took.
    private func limitOfScratch() -> ProgramRun.Ending? {
        let start = Self.now()
        guard start >= nextLookAtScratch else { return nil }
        let usage = FolderUsage(of: folders, fileLimit: limits.scratchFiles)
        nextLookAtScratch = start + 10 * (Self.now() - start)
        if usage.isTooDeep { return .overDepth }
        if usage.files > limits.scratchFiles { return .overFiles(limit: limits.scratchFiles) }
        return usage.size > limits.scratchSize ? .overScratch(limit: limits.scratchSize) : nil
    }

    /// - Returns: whether a cell has started.
    private func readNewRecords() -> Bool {
        var hasStarted = false
        for record in records.readNew() {
            guard case .cellStarted(let cell) = record.event else { continue }
            current = cell
            since = record.time
            outputBefore = max(0, record.outputLength) + max(0, record.errorLength)
            hasStarted = true
            cellStarted(cell)
        }
        return hasStarted
    }

    /// Seconds of the clock that records use.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
