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
        return ProgramRun(
            records: parsed.records, malformedRecord: parsed.malformed,
            standardOutput: output.bytes(limit: outputLimit * 8),
            standardError: error.bytes(limit: outputLimit * 8), crashes: crashes,
            ending: watch.broken ?? Self.ending(ending))
    }

    /// bubblewrap ends with 128 and the signal's number where the program was ended by a signal.
    private static func ending(_ ending: ProcessEnding) -> ProgramRun.Ending {
        switch ending {
        case .exited(let status) where status > 128 && status < 128 + 65: .signaled(status - 128)
        case .exited(let status): .exited(status)
        case .signaled(let signal): .signaled(signal)
        }
    }
}
