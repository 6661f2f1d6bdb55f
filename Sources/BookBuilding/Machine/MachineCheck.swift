import BookExecution
import BookRendering
import Foundation

/// What `book doctor` looks for, and what it found.
public struct MachineCheck: Sendable {
    public struct Finding: Hashable, Sendable {
        public let name: String
        /// What was found; `nil` when it is missing.
        public let found: String?
        /// What to do when it is missing.
        public let repair: String
    }

    public let findings: [Finding]

    public var isComplete: Bool { findings.allSatisfy { $0.found != nil } }

    /// Looks at this machine; starts a few small programs.
    public init(environment: [String: String] = ProcessInfo.processInfo.environment) async {
        let searchPath = environment["PATH"] ?? "/usr/bin:/bin"
        var findings: [Finding] = []
        let toolchain = try? Toolchain.find(searchPath: searchPath)
        let version = await Self.firstLine(of: toolchain?.compiler, ["--version"])
        findings.append(
            Finding(
                name: "Swift compiler", found: version,
                repair: "install Swift 6.3 from swift.org and put its usr/bin on PATH"))
        findings.append(await Self.linking(toolchain))
        let installation = try? Installation.ofThisProcess()
        findings.append(
            Finding(
                name: "modules for chapters", found: Self.existing(installation?.library),
                repair: "run `make build`"))
        findings.append(
            Finding(
                name: "colours of code", found: Self.existing(toolchain?.sourceKit),
                repair: "install the whole Swift toolchain, with libsourcekitdInProc.so"))
        findings += await Self.confinement(searchPath, toolchain, installation)
        findings.append(
            Finding(
                name: "KaTeX, for formulas", found: Self.existing("/usr/share/javascript/katex/katex.js"),
                repair: "apt-get install libjs-katex fonts-katex"))
        findings.append(
            Finding(
                name: "lunr, for the search", found: Self.existing(RenderingTools().lunr.path),
                repair: "apt-get install libjs-lunr"))
        let converter = await Self.firstLine(
            of: installation?.python,
            ["-c", "import vl_convert; print('vl-convert', vl_convert.__version__)"])
        findings.append(
            Finding(
                name: "vl-convert, for figures", found: converter,
                repair: "run `make book`, which makes the private Python environment"))
        self.findings = findings
    }

    /// One line a finding, and a line of repair for what is missing.
    public var text: String {
        findings.map { finding in
            guard let found = finding.found else {
                return "missing  \(finding.name)\n         help: \(finding.repair)"
            }
            return "ok       \(finding.name): \(found)"
        }.joined(separator: "\n")
    }

    /// The compiler alone is not enough: a program must also link, which takes the linker and the C library.
    private static func linking(_ toolchain: Toolchain?) async -> Finding {
        let folder = FileManager.default.temporaryDirectory.path + "/book-doctor-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let source = folder + "/main.swift"
        _ = FileManager.default.createFile(atPath: source, contents: Data("print(1)\n".utf8))
        var works = false
        if let toolchain {
            works = await Command.succeeds(toolchain.compiler, [source, "-o", folder + "/program"])
        }
        return Finding(
            name: "a small program", found: works ? "compiles and links" : nil,
            repair: "apt-get install binutils gcc libc6-dev libstdc++-12-dev, which Swift links with")
    }

    /// bubblewrap, and where it works, what of a chapter's world it can enforce.
    private static func confinement(
        _ searchPath: String, _ toolchain: Toolchain?, _ installation: Installation?
    ) async -> [Finding] {
        var found: String?
        if case .bubblewrap(let path) = Confinement.find(searchPath: searchPath) {
            // The program may be there and the kernel may still refuse what it asks for.
            let works = await Command.succeeds(
                path,
                ["--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "/bin/true"])
            found = works ? await firstLine(of: path, ["--version"]) : nil
        }
        let bubblewrap = Finding(
            name: "bubblewrap, which confines chapters", found: found,
            repair: "apt-get install bubblewrap; the kernel must allow user namespaces")
        let tools = Finding(
            name: "prlimit and choom, which limit chapters",
            found: LimitTools.missing == nil ? "util-linux" : nil, repair: LimitTools.repair)
        guard found != nil, tools.found != nil, let toolchain, let installation,
            let confinement = Confinement.find(searchPath: searchPath)
        else { return [bubblewrap, tools] }
        let probe = ConfinementProbe(
            confinement: confinement, toolchain: toolchain, installation: installation)
        let kinds = await probe.run().map { result in
            Finding(name: result.kind, found: result.found, repair: result.repair)
        }
        return [bubblewrap, tools] + kinds
    }

    private static func existing(_ path: String?) -> String? {
        path.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    }

    private static func firstLine(of program: String?, _ arguments: [String]) async -> String? {
        guard let program, let output = await Command.output(program, arguments) else { return nil }
        return output.split(separator: "\n").first.map(String.init)
    }
}
