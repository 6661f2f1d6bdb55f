import Foundation

/// Keeps the modules that chapters import up to date with their sources.
public struct ModuleBuild: Sendable {
    let installation: Installation
    let toolchain: Toolchain

    public init(installation: Installation, toolchain: Toolchain) {
        self.installation = installation
        self.toolchain = toolchain
    }

    /// The targets of the engine and the command: their sources do not reach chapters.
    private static let enginePrefixes = ["book/", "Book", "CCmark/", "CDuktape/"]

    /// Builds the modules if their sources changed since they were built, and remembers the sources.
    ///
    /// - Parameter willBuild: is called before a build, which takes a while.
    /// - Throws: `ExecutionError.modulesDoNotBuild` with the compiler's output.
    public func update(willBuild: () -> Void) async throws(ExecutionError) {
        // An installation without sources has nothing to build.
        guard FileManager.default.fileExists(atPath: installation.package + "/Package.swift") else { return }
        let record = FileManager.default.contents(atPath: recordPath)
        let isOutdated: Bool
        if let record {
            isOutdated = String(decoding: record, as: UTF8.self) != (try currentRecord())
        } else {
            isOutdated = isNewerThanLibrary()
        }
        if isOutdated {
            willBuild()
            try await build()
        }
        if isOutdated || record == nil { try remember() }
    }

    private func build() async throws(ExecutionError) {
        let folder = installation.package + "/.book"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let log = try OpenFile(appendingTo: folder + "/modules.log")
        let input = try OpenFile(reading: "/dev/null")
        let child = try ChildProcess(
            ChildCommand(
                executable: toolchain.root + "/bin/swift",
                arguments: [
                    "build", "--package-path", installation.package, "--product", "ChapterModules",
                    "--configuration", URL(fileURLWithPath: installation.products).lastPathComponent,
                ], environment: ProcessInfo.processInfo.environment,
                descriptors: [0: input.descriptor, 1: log.descriptor, 2: log.descriptor]))
        guard await child.wait() == .exited(0) else {
            throw .modulesDoNotBuild(log: String(decoding: log.bytes(), as: UTF8.self))
        }
    }

    private func remember() throws(ExecutionError) {
        let folder = installation.package + "/.book"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(try currentRecord().utf8).write(to: URL(fileURLWithPath: recordPath), options: .atomic)
        } catch let error as ExecutionError {
            throw error
        } catch {
            throw .cannotWrite(path: recordPath, reason: error.localizedDescription)
        }
    }

    private var recordPath: String { installation.package + "/.book/modules-built" }

    private var sources: [String] {
        ["Package.swift"]
            + FolderHash.files(below: installation.package + "/Sources")
            .filter { path in !Self.enginePrefixes.contains { path.hasPrefix($0) } }.map { "Sources/" + $0 }
    }

    private func currentRecord() throws(ExecutionError) -> String {
        let sources = try FolderHash.hex(of: sources, below: installation.package)
        return "\(sources) \(try ContentHash.hex(ofFile: installation.library))"
    }

    /// What is known before anything was remembered: whether a source is newer than the library.
    private func isNewerThanLibrary() -> Bool {
        func time(_ path: String) -> (Int, Int) {
            var status = stat()
            guard stat(path, &status) == 0 else { return (0, 0) }
            return (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        }
        let built = time(installation.library)
        return sources.contains { time("\(installation.package)/\($0)") > built }
    }
}
