import CellProtocol
import Foundation

/// How a chapter's program is confined.
public enum Confinement: Hashable, Sendable {
    /// By bubblewrap at this path: no network, a read-only view of what is needed, writes to the scratch folder only.
    case bubblewrap(path: String)
    /// Not at all: only by the limits of time, memory and output.
    case none

    /// Bubblewrap, where it is on the search path.
    public static func find(searchPath: String) -> Confinement? {
        searchPath.split(separator: ":").map { "\($0)/bwrap" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }.map { .bubblewrap(path: $0) }
    }
}

/// The world that a chapter's program sees.
struct Sandbox: Sendable {
    let confinement: Confinement
    let toolchain: Toolchain
    let installation: Installation
    /// The root of the book.
    let root: String
    /// Files that the program may read beside those below `Chapters/`, relative to the root.
    let inputs: [String]
    /// The folder in which the program may write.
    let scratch: String
    /// The crash reports of the program, outside its scratch folder.
    let crashes: String
    /// The values of variables that the program stores or reads back.
    let kept: String

    /// The names under which a confined program sees its folders: the same on every machine.
    private enum Inside {
        static let root = "/book"
        static let scratch = "/scratch"
        static let crashes = "/crashes"
        static let kept = "/kept"
        static let program = "/program"
    }

    /// The command that runs `program` in this world.
    func command(for program: String, descriptors: [Int32: Int32], records: Int32) -> ChildCommand {
        switch confinement {
        case .none:
            ChildCommand(
                executable: "/usr/bin/env", arguments: ["-C", scratch, program],
                environment: environment(
                    root: root, scratch: scratch, crashes: crashes, kept: kept, records: records),
                descriptors: descriptors)
        case .bubblewrap(let path):
            ChildCommand(
                executable: path, arguments: bubblewrapArguments(program) + ["--", Inside.program],
                environment: environment(
                    root: Inside.root, scratch: Inside.scratch, crashes: Inside.crashes, kept: Inside.kept,
                    records: records),
                descriptors: descriptors)
        }
    }

    private func bubblewrapArguments(_ program: String) -> [String] {
        // Fresh folders first: the engine or the book may lie below one of them.
        var arguments = ["--unshare-all", "--die-with-parent", "--new-session"]
        arguments += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]
        for path in [
            "/usr", "/lib", "/lib64", "/bin", "/etc/alternatives", "/etc/ld.so.cache", "/etc/localtime",
        ] {
            arguments += ["--ro-bind-try", path, path]
        }
        for path in [toolchain.root, installation.library] where !path.hasPrefix("/usr/") {
            arguments += ["--ro-bind", path, path]
        }
        // Other chapters are not there: no key of results knows that a program has read one.
        for path in Set(FolderHash.dataEntries(of: root) + inputs).sorted() {
            arguments += ["--ro-bind", "\(root)/\(path)", "\(Inside.root)/\(path)"]
        }
        arguments += ["--ro-bind", program, Inside.program]
        arguments += ["--bind", scratch, Inside.scratch, "--bind", crashes, Inside.crashes]
        arguments += ["--bind", kept, Inside.kept]
        // The root itself is made by bubblewrap and could be written to.
        arguments += ["--remount-ro", "/", "--chdir", Inside.scratch]
        return arguments
    }

    /// What the program finds in its environment; nothing of the surroundings of the engine but the settings of
    /// OpenBLAS, which some processors need.
    private func environment(root: String, scratch: String, crashes: String, kept: String, records: Int32)
        -> [String: String]
    {
        var environment = Self.inheritedSettings
        environment["PATH"] = "/usr/bin:/bin"
        environment["HOME"] = scratch
        environment["TMPDIR"] = scratch
        environment["LANG"] = "C.UTF-8"
        environment["TZ"] = "UTC"
        environment["OPENBLAS_NUM_THREADS"] = "1"
        // The order of sets and dictionaries would else be another in each run.
        environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
        environment[ProgramEnvironment.root] = root
        environment[ProgramEnvironment.keptFolder] = kept
        environment[ProgramEnvironment.recordsDescriptor] = String(records)
        environment["SWIFT_BACKTRACE"] =
            "enable=yes,color=no,interactive=no,threads=crashed,limit=64,format=json,output-to=\(crashes)"
        return environment
    }

    /// The settings of the engine's own environment that reach a chapter, and so take part in the key of its results.
    static var inheritedSettings: [String: String] {
        ProcessInfo.processInfo.environment.filter { $0.key.hasPrefix("OPENBLAS_") }
    }
}
