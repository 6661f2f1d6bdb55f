import BookExecution
import BookRendering
import Foundation

/// The machine that the engine works on: its own installation, the compiler, what confines programs.
public struct Machine: Sendable {
    public let installation: Installation
    public let toolchain: Toolchain
    public let confinement: Confinement
    /// The environment of the command.
    let environment: [String: String]

    /// Finds everything.
    /// - Parameter isConfined: whether programs are confined; only an author who says so runs them without.
    /// - Throws: `ExecutionError.missing` with what is missing and how to install it.
    public init(isConfined: Bool, environment: [String: String] = ProcessInfo.processInfo.environment)
        throws(ExecutionError)
    {
        self.environment = environment
        let searchPath = environment["PATH"] ?? "/usr/bin:/bin"
        installation = try Installation.ofThisProcess()
        toolchain = try Toolchain.find(searchPath: searchPath)
        if isConfined {
            guard let found = Confinement.find(searchPath: searchPath) else {
                throw .missing(
                    what: "bubblewrap, which confines the programs of chapters", lookedFor: "bwrap on PATH",
                    repair: "install it with `apt-get install bubblewrap`, or say `--no-sandbox`"
                        + " to run chapters that you trust without it")
            }
            confinement = found
            if let tool = LimitTools.missing {
                throw .missing(
                    what: "a program that limits what chapters take", lookedFor: tool,
                    repair: LimitTools.repair)
            }
        } else {
            confinement = .none
        }
    }

    /// What results and pages depend on of this machine, by names of our own.
    /// - Throws: `ExecutionError` when a part of it cannot be read.
    func identities(root: String) throws(ExecutionError) -> [String: String] {
        var identities = try installation.identities()
        identities["toolchain"] = try toolchain.identity()
        identities["confinement"] = "\(confinement)"
        identities["rendering"] = renderingTools(root: root).identity
        for (name, value) in environment where name.hasPrefix("OPENBLAS_") {
            identities["variable \(name)"] = value
        }
        return identities
    }

    /// What pages are made with.
    func renderingTools(root: String) -> RenderingTools {
        func url(_ path: String) -> URL? {
            FileManager.default.fileExists(atPath: path) ? URL(filePath: path) : nil
        }
        return RenderingTools(
            toolchainLibraries: url(toolchain.root + "/lib"), python: url(installation.python),
            store: URL(filePath: ResultStore(root: root).renderings), root: URL(filePath: root))
    }
}
