import CellProtocol
import Foundation

/// The world that a chapter's program sees.
struct Sandbox: Sendable {
    let confinement: Confinement
    let toolchain: Toolchain
    let installation: Installation
    /// The root of the book.
    let root: String
    /// The only files of the book that the program sees, relative to the root.
    let inputs: [String]
    /// The folder in which the program may write.
    let scratch: String
    /// The crash reports of the program, outside its scratch folder.
    let crashes: String
    /// The values of variables that the program stores or reads back.
    let kept: String
    let limits: ProgramLimits
    /// More for the program's environment.
    var settings: [String: String] = [:]

    /// The names under which a confined program sees its folders: the same on every machine.
    private enum Inside {
        static let root = "/book"
        static let scratch = "/scratch"
        static let crashes = "/crashes"
        static let kept = "/kept"
        static let program = "/program"
    }

    /// Bytes of each file system in memory that the program may write to.
    private static let memoryDiskSize = 64_000_000

    /// The command that runs `program` in this world.
    /// - Parameter named: the environment variables that hold the numbers of descriptors.
    func command(for program: String, descriptors: [Int32: Int32], named: [String: Int32]) -> ChildCommand {
        switch confinement {
        case .none:
            ChildCommand(
                executable: "/usr/bin/env", arguments: ["-C", scratch, program],
                environment: environment(
                    root: root, scratch: scratch, crashes: crashes, kept: kept, named: named),
                descriptors: descriptors)
        case .bubblewrap(let path):
            ChildCommand(
                executable: path,
                arguments: bubblewrapArguments(program) + ["--"] + limitArguments + [Inside.program],
                environment: environment(
                    root: Inside.root, scratch: Inside.scratch, crashes: Inside.crashes, kept: Inside.kept,
                    named: named),
                descriptors: descriptors)
        }
    }

    /// Why bubblewrap refused to start a program, in its own words.
    /// - Parameter errors: what a run that did not reach its program printed.
    func refusal(in errors: [UInt8]) -> String? {
        let opening = "bwrap: "
        let text = String(decoding: errors.prefix(1000), as: UTF8.self)
        guard confinement != .none, text.hasPrefix(opening) else { return nil }
        return text.dropFirst(opening.count).split(separator: "\n").first.map(String.init)
    }

    private func bubblewrapArguments(_ program: String) -> [String] {
        // No name spaces of the program's own: they open doors of the kernel that are otherwise shut.
        var arguments = ["--unshare-all", "--unshare-user", "--disable-userns", "--cap-drop", "ALL"]
        arguments += ["--die-with-parent", "--new-session"]
        // Fresh folders first: the engine or the book may lie below one of them.
        let memoryDisk = ["--size", String(Self.memoryDiskSize), "--tmpfs"]
        arguments += ["--proc", "/proc", "--dev", "/dev"] + memoryDisk + ["/dev/shm"] + memoryDisk + ["/tmp"]
        // Settings of the kernel, which root may change even without any capability.
        arguments += ["--ro-bind", "/proc/sys", "/proc/sys"]
        for path in [
            "/usr", "/lib", "/lib64", "/bin", "/etc/alternatives", "/etc/ld.so.cache", "/etc/localtime",
        ] {
            arguments += ["--ro-bind-try", path, path]
        }
        for path in [toolchain.root, installation.library] where !path.hasPrefix("/usr/") {
            arguments += ["--ro-bind", path, path]
        }
        // Nothing else of the book is there: no key of results knows that a program has read it.
        arguments += ["--dir", Inside.root + "/Chapters"]
        for path in inputs { arguments += ["--ro-bind", "\(root)/\(path)", "\(Inside.root)/\(path)"] }
        arguments += ["--ro-bind", program, Inside.program]
        arguments += ["--bind", scratch, Inside.scratch, "--bind", crashes, Inside.crashes]
        arguments += ["--bind", kept, Inside.kept]
        // The roots are made by bubblewrap and could be written to.
        arguments += [
            "--remount-ro", "/", "--remount-ro", "/dev", "--remount-ro", "/tmp", "--chdir", Inside.scratch,
        ]
        return arguments
    }

    /// What the kernel holds, for what happens between two looks of the engine: a bomb of processes stops growing, a
    /// file stops growing, and when the machine has no memory left, it is the chapter that goes.
    private var limitArguments: [String] {
        // The watch names the cell at its limit; this wall behind it stands a bit further away. It does not stand
        // before root, who may start any number of processes.
        let tasks = "--nproc=\(2 * limits.tasks)"
        return [LimitTools.outOfMemory, "-n", "1000", "--"]
            + [LimitTools.resources, tasks, "--fsize=\(limits.fileSize)", "--core=0", "--"]
    }

    /// What the program finds in its environment; nothing of the surroundings of the engine but the settings of
    /// OpenBLAS, which some processors need.
    private func environment(
        root: String, scratch: String, crashes: String, kept: String, named: [String: Int32]
    )
        -> [String: String]
    {
        var environment = Self.inheritedSettings.merging(settings) { $1 }
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
        for (name, descriptor) in named { environment[name] = String(descriptor) }
        environment["SWIFT_BACKTRACE"] =
            "enable=yes,color=no,interactive=no,threads=crashed,limit=64,format=json,output-to=\(crashes)"
        return environment
    }

    /// The settings of the engine's own environment that reach a chapter, and so take part in the key of its results.
    static var inheritedSettings: [String: String] {
        ProcessInfo.processInfo.environment.filter { $0.key.hasPrefix("OPENBLAS_") }
    }
}
