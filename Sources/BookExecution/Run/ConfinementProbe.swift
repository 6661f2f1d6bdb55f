import Foundation

/// Tries what a chapter must not be able to do, in the very world that chapters run in.
public struct ConfinementProbe: Sendable {
    public struct Result: Hashable, Sendable {
        /// What is confined or limited.
        public let kind: String
        /// How it is enforced; `nil` when it is not.
        public let found: String?
        public let repair: String
    }

    /// One thing to try.
    private struct Attempt {
        /// The word by which the script names it.
        let name: String
        let kind: String
        /// A command of the shell that succeeds where the thing is possible.
        let command: String
        let held: String
        /// What to say where it is possible and the engine alone holds it; `nil` where that is a fault.
        var otherwise: String?
    }

    let confinement: Confinement
    let toolchain: Toolchain
    let installation: Installation

    public init(confinement: Confinement, toolchain: Toolchain, installation: Installation) {
        self.confinement = confinement
        self.toolchain = toolchain
        self.installation = installation
    }

    private static let limits = ProgramLimits()

    private static let attempts = [
        // Nothing is sent: the address is one of those for examples.
        Attempt(
            name: "network", kind: "no network", command: "bash -c 'exec 3<>/dev/udp/192.0.2.1/9'",
            held: "refused"),
        Attempt(
            name: "writes", kind: "no writes outside the scratch folder",
            command: "for file in /x /usr/x /etc/x /dev/x /book/x /proc/sys/kernel/core_pattern;"
                + " do (: >> $file) && exit 0; done; exit 1",
            held: "refused"),
        Attempt(
            name: "files", kind: "no files of this user", command: "ls /home /root /etc/passwd",
            held: "hidden"),
        Attempt(
            name: "processes", kind: "no other processes",
            command: "[ $(ls -d /proc/[0-9]* | wc -l) -gt 20 ]", held: "hidden"),
        Attempt(
            name: "spaces", kind: "no name spaces of its own", command: "unshare --user true", held: "refused"
        ),
        Attempt(
            name: "size", kind: "limit of a file's size",
            command: "dd if=/dev/zero of=large bs=1 count=1 seek=\(limits.fileSize)",
            held: "held by the kernel at \(limits.fileSize / 1_000_000) MB"),
        Attempt(
            name: "tasks", kind: "limit of processes and threads",
            command: "\(LimitTools.resources) --nproc=1 sh -c '/usr/bin/true; :'",
            held: "watched by the engine at \(limits.tasks), held by the kernel at \(2 * limits.tasks)",
            otherwise:
                "watched by the engine at \(limits.tasks); the kernel does not hold root, so run as another user"
        ),
    ]

    /// Runs a small script in the confinement.
    public func run() async -> [Result] {
        let folder = FileManager.default.temporaryDirectory.path + "/book-probe-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let printed = (try? await output(in: folder)) ?? ""
        let held = Set(printed.split(separator: "\n").map(String.init))
        return Self.attempts.map { attempt in
            let isHeld = held.contains("held \(attempt.name)")
            let isOpen = held.contains("open \(attempt.name)")
            return Result(
                kind: attempt.kind, found: isHeld ? attempt.held : isOpen ? attempt.otherwise : nil,
                repair: "bubblewrap 0.8 or later, on a kernel that lets this user make user namespaces")
        } + [watch]
    }

    /// What the engine must see to name the cell that takes too much.
    private var watch: Result {
        let children = "/proc/\(getpid())/task/\(getpid())/children"
        let sees = FileManager.default.fileExists(atPath: children)
        return Result(
            kind: "limits of time, processor time, memory and output",
            found: sees ? "watched by the engine" : nil,
            repair: "a kernel with CONFIG_PROC_CHILDREN, so that the engine sees the processes of a chapter")
    }

    private func output(in folder: String) async throws -> String {
        for name in ["scratch", "crashes", "kept"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        let program = folder + "/probe"
        let lines = Self.attempts.map { attempt in
            "if ( \(attempt.command) ) >/dev/null 2>&1; then echo open \(attempt.name);"
                + " else echo held \(attempt.name); fi"
        }
        try Data((["#!/bin/sh"] + lines).joined(separator: "\n").utf8).write(
            to: URL(fileURLWithPath: program))
        chmod(program, 0o755)
        let sandbox = Sandbox(
            confinement: confinement, toolchain: toolchain, installation: installation, root: folder,
            inputs: [],
            scratch: folder + "/scratch", crashes: folder + "/crashes", kept: folder + "/kept",
            limits: Self.limits)
        let input = try OpenFile(reading: "/dev/null")
        let output = try OpenFile(appendingTo: folder + "/output")
        let child = try ChildProcess(
            sandbox.command(
                for: program,
                descriptors: [0: input.descriptor, 1: output.descriptor, 2: output.descriptor], named: [:]))
        let start = ContinuousClock.now
        _ = await child.wait {
            if ContinuousClock.now - start > .seconds(10) { child.kill() }
        }
        return String(decoding: output.bytes(), as: UTF8.self)
    }
}
