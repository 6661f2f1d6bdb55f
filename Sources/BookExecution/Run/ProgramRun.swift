import BookModel
import CellProtocol
import Foundation

/// What a program left when it ended.
struct ProgramRun: Sendable {
    enum Ending: Hashable, Sendable {
        case exited(Int32)
        case signaled(Int32)
        case overTime(limit: Double)
        case overMemory(limit: Int)
        case overOutput(limit: Int)
    }

    let records: [ProgramRecord]
    /// The first line that is not a record, where there is one.
    let malformedRecord: String?
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
    /// Most bytes that a cell may print.
    let outputLimit: Int
    /// Is told the number of each cell of the program that starts.
    let cellStarted: @Sendable (Int) -> Void

    /// A number that a cell's own files do not get when it closes those below.
    private static let recordsDescriptor: Int32 = 19

    func run(_ program: String, cells: [PlannedCell], name: String) async throws(ExecutionError) -> ProgramRun
    {
        let input = try OpenFile(reading: "/dev/null")
        let output = try OpenFile(appendingTo: "\(folder)/\(name).stdout")
        let error = try OpenFile(appendingTo: "\(folder)/\(name).stderr")
        let records = try OpenFile(appendingTo: "\(folder)/\(name).records")
        let knownCrashes = Set(CrashReport.files(in: sandbox.crashes))
        let child = try ChildProcess(
            sandbox.command(
                for: program,
                descriptors: [
                    0: input.descriptor, 1: output.descriptor, 2: error.descriptor,
                    Self.recordsDescriptor: records.descriptor,
                ], records: Self.recordsDescriptor))

        let watch = LimitWatch(
            cells: cells, outputLimit: outputLimit, process: child.identifier, output: output, error: error,
            records: records, cellStarted: cellStarted)
        let ending = await child.wait {
            if watch.check() != nil { child.kill() }
        }
        let parsed = RecordReader.parse(records.bytes())
        let crashes = CrashReport.files(in: sandbox.crashes).filter { !knownCrashes.contains($0) }
            .compactMap { CrashReport(file: $0) }
        let errors = error.bytes(limit: outputLimit * 8)
        return ProgramRun(
            records: parsed.records, malformedRecord: parsed.malformed,
            standardOutput: output.bytes(limit: outputLimit * 8),
            standardError: errors, crashes: crashes,
            ending: watch.broken
                ?? Self.ending(ending, hasCrashed: !crashes.isEmpty || Self.tellsOfCrash(errors)))
    }

    /// bubblewrap ends with 128 and the signal's number where the program was ended by a signal; a program that ends
    /// itself with such a status has not crashed.
    private static func ending(_ ending: ProcessEnding, hasCrashed: Bool) -> ProgramRun.Ending {
        let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]
        switch ending {
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
