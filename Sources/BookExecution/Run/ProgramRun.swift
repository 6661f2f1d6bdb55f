import BookModel
import CellProtocol
import Foundation

/// What a program left when it ended.
struct ProgramRun: Sendable {
    enum Ending: Hashable, Sendable {
        case exited(Int32)
        case signaled(Int32)
        /// Seconds of the clock.
        case overTime(limit: Double)
        /// Seconds of processors.
        case overProcessorTime(limit: Double)
        /// Bytes.
        case overMemory(limit: Int)
        /// Bytes.
        case overOutput(limit: Int)
        /// Processes and threads.
        case overTasks(limit: Int)
        /// Bytes of one file.
        case overFileSize(limit: Int)
        /// Bytes of all files in the scratch folder.
        case overScratch(limit: Int)
        /// Files in the scratch folder.
        case overFiles(limit: Int)
        /// Folders in folders, until their path was too long.
        case overDepth
    }

    let records: [ProgramRecord]
    /// The first line that is not a record of the program, where there is one.
    let foreignRecord: String?
    let standardOutput: [UInt8]
    let standardError: [UInt8]
    /// Reports of crashes, oldest first.
    let crashes: [CrashReport]
    let ending: Ending
}

/// Runs a program and watches its limits, cell by cell.
struct ProgramRunner: Sendable {
    let sandbox: Sandbox
    /// Folder for what the run leaves: the streams and records.
    let folder: String
    let limits: ProgramLimits
    /// The environment variables that cells may read, by name; `nil` for those that are not set.
    let variables: [String: String?]
    /// Is told the number of each cell of the program that starts.
    let cellStarted: @Sendable (Int) -> Void

    /// Numbers that a cell's own files do not get when it closes those below.
    private static let recordsDescriptor: Int32 = 19
    private static let handoverDescriptor: Int32 = 18

    func run(_ program: String, cells: [PlannedCell], name: String) async throws(ExecutionError) -> ProgramRun
    {
        let input = try OpenFile(reading: "/dev/null")
        let output = try OpenFile(appendingTo: "\(folder)/\(name).stdout")
        let error = try OpenFile(appendingTo: "\(folder)/\(name).stderr")
        let records = try OpenFile(appendingTo: "\(folder)/\(name).records")
        let seal = RecordSeal.random()
        let handover = try handover(seal, name: name)
        let knownCrashes = Set(CrashReport.files(in: sandbox.crashes))
        let child = try ChildProcess(
            sandbox.command(
                for: program,
                descriptors: [
                    0: input.descriptor, 1: output.descriptor, 2: error.descriptor,
                    Self.recordsDescriptor: records.descriptor, Self.handoverDescriptor: handover.descriptor,
                ],
                named: [
                    ProgramEnvironment.recordsDescriptor: Self.recordsDescriptor,
                    ProgramEnvironment.handoverDescriptor: Self.handoverDescriptor,
                ]))

        let watch = LimitWatch(
            cells: cells, limits: limits, process: child.identifier,
            folders: [sandbox.scratch, sandbox.crashes], output: output, error: error,
            records: RecordReader(records, seal: seal), cellStarted: cellStarted)
        let ending = await child.wait {
            if watch.check() != nil { child.kill() }
        }
        watch.checkEnd()
        let crashes = CrashReport.files(in: sandbox.crashes).filter { !knownCrashes.contains($0) }
            .compactMap { CrashReport(file: $0) }
        let errors = error.bytes(limit: limits.output * 8)
        let hasStarted = !watch.records.records.isEmpty || watch.records.foreignLine != nil
        if !hasStarted, let reason = sandbox.refusal(in: errors) { throw .cannotConfine(reason: reason) }
        return ProgramRun(
            records: watch.records.records, foreignRecord: watch.records.foreignLine,
            standardOutput: output.bytes(limit: limits.output * 8),
            standardError: errors, crashes: crashes,
            ending: watch.broken
                ?? self.ending(ending, hasCrashed: !crashes.isEmpty || Self.tellsOfCrash(errors)))
    }

    /// What the program is told before its first cell, in a file that has no name any more.
    private func handover(_ seal: RecordSeal, name: String) throws(ExecutionError) -> OpenFile {
        let path = "\(folder)/\(name).handover"
        let content = ProgramHandover(seal: seal, variables: variables)
        try WorkFolder.write(JSONEncoder().encode(content), to: path)
        defer { unlink(path) }
        return try OpenFile(reading: path)
    }

    /// bubblewrap ends with 128 and the signal's number where the program was ended by a signal; a program that ends
    /// itself with such a status has not crashed.
    private func ending(_ ending: ProcessEnding, hasCrashed: Bool) -> ProgramRun.Ending {
        let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]
        switch ending {
        case .exited(128 + SIGXFSZ), .signaled(SIGXFSZ): return .overFileSize(limit: limits.fileSize)
        case .exited(let status) where !hasCrashed && crashes.contains(status - 128): return .exited(status)
        case .exited(let status) where status > 128 && status < 128 + 65: return .signaled(status - 128)
        case .exited(let status): return .exited(status)
        case .signaled(let signal): return .signaled(signal)
        }
    }

    /// Whether the runtime's last words are about a crash, of which it could not write a report.
    private static func tellsOfCrash(_ errors: [UInt8]) -> Bool {
        let end = String(decoding: errors.suffix(2000), as: UTF8.self)
        return ["Fatal error", "*** Signal", "*** Program crashed"].contains { end.contains($0) }
    }
}
