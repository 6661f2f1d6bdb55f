import BookExecution
import BookModel
import Foundation

/// Runs chapters with the modules of this build.
enum Execution {
    /// Runs the chapter that `text` is, in a root of its own.
    static func results(
        of text: String, _ request: ChapterExecutor.Request = ChapterExecutor.Request(), root: String? = nil,
        limits: ProgramLimits = ProgramLimits()
    ) async throws -> ChapterResults {
        let folder =
            root ?? FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
            + "/execution-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder + "/Chapters", withIntermediateDirectories: true)
        defer { if root == nil { try? FileManager.default.removeItem(atPath: folder) } }
        return try await executor(root: folder, limits: limits).execute(
            Chapter.parsed(text), request)
    }

    static func executor(root: String, limits: ProgramLimits = ProgramLimits()) throws -> ChapterExecutor {
        try ChapterExecutor(surroundings(root: root, limits: limits)) { _, _ in }
    }

    static func surroundings(root: String, limits: ProgramLimits = ProgramLimits()) throws
        -> ChapterExecutor.Surroundings
    {
        let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return try ChapterExecutor.Surroundings(
            installation: Installation.ofThisProcess(), toolchain: Toolchain.find(searchPath: searchPath),
            confinement: Confinement.find(searchPath: searchPath) ?? .none, root: root,
            configuration: BookConfiguration(), limits: limits)
    }
}

extension ChapterResults {
    /// The texts of cells, in order.
    var texts: [String] { cells.map(\.plainText) }

    /// `line:column message` of each diagnostic.
    var faults: [String] {
        diagnostics.map { diagnostic in
            "\(diagnostic.range.map { "\($0.start) " } ?? "")\(diagnostic.severity): \(diagnostic.message)"
        }
    }
}
