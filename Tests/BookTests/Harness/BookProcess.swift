import Foundation

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
    static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> BookProcess {
        let (process, output, errors) = try start(arguments, environment: environment)
        process.waitUntilExit()
        return BookProcess(status: process.terminationStatus, output: try text(output), errors: try text(errors))
    }

    /// Starts the command; its streams go to the two files.
    static func start(_ arguments: [String], environment: [String: String] = [:]) throws
        -> (process: Process, output: URL, errors: URL)
    {
        let folder = FileManager.default.temporaryDirectory
        let output = folder.appending(path: "book-output-\(UUID().uuidString)")
        let errors = folder.appending(path: "book-errors-\(UUID().uuidString)")
        for file in [output, errors] { FileManager.default.createFile(atPath: file.path, contents: nil) }
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
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
    let chapters: [Chapter]
    let diagnostics: [Diagnostic]
}

extension TemporaryBook {
    /// Builds the book and reads its report.
    func build(_ arguments: [String] = []) throws -> (process: BookProcess, report: BuildReport) {
        let path = root + "/report.json"
        let process = try BookProcess.run(["build", "--root", root, "--report", path] + arguments)
        return (process, try JSONDecoder().decode(BuildReport.self, from: Data(contentsOf: URL(filePath: path))))
    }
}
