import Foundation

/// A folder that holds a book, and is built again and again.
final class BookOnDisk {
    let root: String
    private let installation: TinyInstallation
    private let areas: String
    private var written: Set<String> = []
    /// Files written so far: each is written in another way than the one before.
    private var count = 0

    init(_ name: String, _ installation: TinyInstallation) throws {
        areas = try Files.temporaryFolder(name)
        root = areas + "/book"
        self.installation = installation
        try Files.make(root)
    }

    deinit { Files.remove(areas) }

    var store: String { root + "/.book" }
    var output: String { root + "/Output" }

    /// Brings the files of the folder to those of a draft; files that stay the same are not touched.
    func write(_ draft: BookDraft) throws {
        let contents = draft.contents
        for path in written.subtracting(contents.keys) { Files.remove("\(root)/\(path)") }
        for (path, text) in contents.sorted(by: { $0.key < $1.key }) {
            count += 1
            try FileHand.allCases[count % FileHand.allCases.count].write(text, to: "\(root)/\(path)")
        }
        written = Set(contents.keys)
        for (path, text) in draft.modules {
            try Files.write(text, to: "\(installation.package)/Sources/\(path)")
        }
    }

    /// Starts a build as the draft's surroundings want it.
    /// - Parameter arguments: those beyond them: chapters, `--fresh`.
    func start(_ surroundings: BookDraft.Surroundings, _ arguments: [String] = []) throws -> EngineProcess {
        Files.remove(report)
        var all =
            ["build", "--root", root, "--report", report, "--jobs", String(surroundings.jobs)] + arguments
        if !surroundings.isConfined { all.append("--no-sandbox") }
        if surroundings.isStrict { all.append("--strict") }
        var environment = ["PATH": Compiler.searchPath, "HOME": NSHomeDirectory(), "TMPDIR": temporary]
        environment.merge(surroundings.environment) { $1 }
        if surroundings.toolchain > 0 {
            let toolchain = try OtherToolchain(edition: surroundings.toolchain, in: areas + "/toolchain")
            environment["PATH"] = "\(toolchain.folder):\(Compiler.searchPath)"
        }
        try Files.make(temporary)
        return try EngineProcess(installation.engine, all, environment: environment)
    }

    /// Builds to the end.
    @discardableResult
    func build(_ surroundings: BookDraft.Surroundings = .init(), _ arguments: [String] = []) throws
        -> BuildOutcome
    {
        outcome(of: try start(surroundings, arguments).wait())
    }

    func outcome(of ending: EngineProcess.Ending) -> BuildOutcome {
        BuildOutcome(ending, root: root, report: report)
    }

    private var report: String { areas + "/report.json" }
    /// Where the engine puts what lies outside of the book.
    private var temporary: String { areas + "/temporary" }

    /// What a build of a draft gives where nothing was ever built: in a folder of its own, without a store.
    static func freshOutcome(of draft: BookDraft, _ installation: TinyInstallation) throws -> BuildOutcome {
        let book = try BookOnDisk("fresh", installation)
        try book.write(draft)
        return try book.build(draft.surroundings, ["--fresh"])
    }
}
