import Foundation

/// Keeps the modules that chapters import up to date with their sources.
public struct ModuleBuild: Sendable {
    let installation: Installation
    let toolchain: Toolchain
    /// The hashes of the sources.
    private let files: FileHashes

    public init(installation: Installation, toolchain: Toolchain) {
        self.installation = installation
        self.toolchain = toolchain
        files = FileHashes(rememberedIn: installation.package + "/.book/source-hashes")
    }

    /// The targets of the engine and the command: their sources do not reach chapters.
    private static let enginePrefixes = ["book/", "Book", "CCmark/", "CDuktape/", "CPidfd/", "CSourceKit/"]

    /// Whether a folder of sources belongs to the engine.
    static func isOfEngine(_ folder: String) -> Bool {
        enginePrefixes.contains { "\(folder)/".hasPrefix($0) }
    }

    /// Builds the modules if their sources changed since they were built, and remembers the sources.
    ///
    /// - Parameter say: is told what takes a while.
    /// - Throws: `ExecutionError.modulesDoNotBuild` with the compiler's output, or when another build of the package
    ///   does not end.
    public func update(say: (String) -> Void) async throws(ExecutionError) {
        guard !(try areCurrent()) else { return }
        // Somebody else may have built them: then a second build would only wait for the first one's lock, which
        // `swift test` holds as long as tests run.
        if isNewerThanLibrary() {
            say("building the modules that chapters import")
            try await build(say: say)
        }
        try remember()
    }

    /// Whether the modules were made from the sources that are there now.
    /// - Throws: `ExecutionError.cannotRead` for a source or the library.
    package func areCurrent() throws(ExecutionError) -> Bool {
        // An installation without sources has nothing to build.
        guard access(installation.package + "/Package.swift", F_OK) == 0 else { return true }
        guard access(installation.library, F_OK) == 0 else { return false }
        let record = try? OpenFile(reading: recordPath).bytes()
        let current = try currentRecord()
        files.save()
        return record?.elementsEqual(current.utf8) ?? false
    }

    private func build(say: (String) -> Void) async throws(ExecutionError) {
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
        var waitingSince: ContinuousClock.Instant?
        var isBlocked = false
        let ending = await child.wait {
            guard String(decoding: log.bytes(), as: UTF8.self).contains(Self.lockMessage) else { return }
            if waitingSince == nil {
                say("waiting for another build of the modules")
                waitingSince = .now
            }
            isBlocked = waitingSince.map { ContinuousClock.now - $0 > Self.longestWait } ?? false
            if isBlocked { child.kill() }
        }
        guard ending == .exited(0) else {
            let reason =
                isBlocked
                ? "another process has been building or testing the package for \(Self.longestWait); end it first\n"
                : ""
            throw .modulesDoNotBuild(log: reason + String(decoding: log.bytes(), as: UTF8.self))
        }
    }

    /// What SwiftPM prints while it waits for the lock of the package's build folder, which `swift test` holds as long
    /// as tests run: tests that start the command would wait for themselves.
    private static let lockMessage = "Another instance of SwiftPM"
    private static let longestWait = Duration.seconds(120)

    private func remember() throws(ExecutionError) {
        let folder = installation.package + "/.book"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try AtomicFile.write(Data(try currentRecord().utf8), to: recordPath)
        } catch let error as ExecutionError {
            throw error
        } catch {
            throw .cannotWrite(path: recordPath, reason: error.localizedDescription)
        }
    }

    private var recordPath: String { installation.package + "/.book/modules-built" }

    private var sources: [String] {
        let folder = installation.package + "/Sources"
        let targets = FolderListing.entries(of: folder).filter { !Self.isOfEngine($0.name) }
        let files = targets.flatMap { target in
            target.kind == .folder
                ? FolderListing.files(below: "\(folder)/\(target.name)").map { "\(target.name)/\($0)" }
                : [target.name]
        }
        return ["Package.swift"] + files.map { "Sources/\($0)" }
    }

    private func currentRecord() throws(ExecutionError) -> String {
        let sources = try FolderHash.hex(of: sources, below: installation.package, files)
        return "\(sources) \(try BuildIdentity.text(ofFile: installation.library))"
    }

    /// Whether a source came into its place or changed after the library was built.
    private func isNewerThanLibrary() -> Bool {
        func status(_ path: String) -> stat? {
            var status = stat()
            return stat(path, &status) == 0 ? status : nil
        }
        guard let built = status(installation.library)?.st_mtim else { return true }
        // The clock was set back since: no time says what came after what.
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        if (built.tv_sec, built.tv_nsec) > (now.tv_sec, now.tv_nsec) { return true }
        // A folder changes when a file in it goes.
        let folders = Set(sources.map { URL(filePath: $0).deletingLastPathComponent().relativePath })
        return (sources + folders).contains { source in
            // The time of the last change of the file's entry: unlike that of its content, nobody can set it back.
            guard let changed = status("\(installation.package)/\(source)")?.st_ctim else { return true }
            return (changed.tv_sec, changed.tv_nsec) > (built.tv_sec, built.tv_nsec)
        }
    }
}
