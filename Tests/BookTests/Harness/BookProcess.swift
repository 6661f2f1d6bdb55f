import Foundation
import Testing

/// The command, run as a process: what people meet.
struct BookProcess {
    let status: Int32
    let output: String
    let errors: String

    /// The executable beside this test's own.
    static let executable: String = {
        let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let built = tests.appending(path: "book").path
        if FileManager.default.isExecutableFile(atPath: built) { return built }
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return package.appending(path: ".build/release/book").path
    }()

    /// Runs the command to its end.
    @discardableResult
    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil,
        executable: String = executable
    ) throws -> BookProcess {
        let (process, output, errors) = try start(
            arguments, environment: environment, in: folder, executable: executable)
        process.waitUntilExit()
        return BookProcess(
            status: process.terminationStatus, output: try text(output), errors: try text(errors))
    }

    /// Starts the command; its streams go to the two files.
    static func start(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil,
        executable: String = executable
    ) throws -> (process: Process, output: URL, errors: URL) {
        let streams = FileManager.default.temporaryDirectory
        let output = streams.appending(path: "book-output-\(UUID().uuidString)")
        let errors = streams.appending(path: "book-errors-\(UUID().uuidString)")
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        return (process, output, errors)
    }

    static func text(_ file: URL) throws -> String {
        defer { try? FileManager.default.removeItem(at: file) }
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
}

/// The report of a build, as tools read it.
struct BuildReport: Decodable {
    struct Chapter: Decodable {
        let file: String
        let title: String
        let page: String
        let cells: [Cell]
        let claims: [Claim]
        let diagnostics: [Diagnostic]
    }
    struct Cell: Decodable {
        let id: String
        let line: Int
        let status: String
        let reason: String
        let seconds: Double
        let peakBytes: Int
        let text: String
    }
    struct Claim: Decodable {
        let sentence: String
        let measured: String
        let bound: String
        let holds: Bool
    }
    struct Diagnostic: Decodable {
        let identifier: String
        let file: String?
        let line: Int?
        let column: Int?
        let severity: String
        let message: String
        let repair: String?
    }
    let version: Int
    let seconds: Double
    let confinement: String
    let chapters: [Chapter]
    let diagnostics: [Diagnostic]
}

extension TemporaryBook {
    /// Builds the book and reads its report.
    @discardableResult
    func build(_ arguments: [String] = [], environment: [String: String] = [:]) throws -> BuiltBook {
        let path = root + "/report.json"
        let process = try BookProcess.run(
            ["build", "--root", root, "--report", path] + arguments, environment: environment)
        guard let data = FileManager.default.contents(atPath: path) else {
            throw MissingReport(status: process.status, errors: process.errors)
        }
        return BuiltBook(
            book: self, process: process, report: try JSONDecoder().decode(BuildReport.self, from: data))
    }

    /// A build ended without a report; what it said instead.
    struct MissingReport: Error {
        let status: Int32
        let errors: String
    }
}
