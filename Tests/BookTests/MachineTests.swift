import Foundation
import TestSupport
import Testing

/// Machines that lack something: status 3, what is missing, and what to do.
@Suite("A machine")
struct MachineTests {
    private static let chapter = ["1.md": "# One\n\n```swift\nprint(\"runs\")\n```\n"]

    /// The folder of the compiler.
    private static func compilerFolder() throws -> String {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return String(
            try #require(folders.first { FileManager.default.isExecutableFile(atPath: "\($0)/swiftc") }))
    }

    /// What the command says after its first line.
    private static func words(of process: BookProcess) -> String {
        process.errors.split(separator: "\n", maxSplits: 1).last.map(String.init) ?? ""
    }

    @Test("without a compiler", arguments: ["build", "check", "run"])
    func withoutCompilerSaysWhereToGetIt(_ command: String) throws {
        let book = try TemporaryBook(Self.chapter)
        let process = try BookProcess.run(
            [command, "--root", book.root] + (command == "run" ? ["1"] : []),
            environment: ["PATH": "/nowhere"])
        #expect(process.status == 3)
        #expect(process.output.isEmpty)
        #expect(
            Self.words(of: process) == """
                book: the Swift compiler: missing (looked for swiftc on PATH)
                help: install Swift 6.3 from swift.org and put its usr/bin on PATH

                """)
        #expect(book.files(in: "Output").isEmpty)
    }

    @Test func withoutBubblewrapNamesTheWayWithoutIt() throws {
        let book = try TemporaryBook(Self.chapter)
        // The links of a folder that holds the compiler and no bubblewrap, whatever else lies beside it.
        let environment = ["PATH": try Self.compilerFolder()]
        try #require(!FileManager.default.fileExists(atPath: try Self.compilerFolder() + "/bwrap"))
        let process = try BookProcess.run(["build", "--root", book.root], environment: environment)
        #expect(process.status == 3)
        #expect(
            Self.words(of: process) == """
                book: bubblewrap, which confines the programs of chapters: missing (looked for bwrap on PATH)
                help: install it with `apt-get install bubblewrap`, or say `--no-sandbox` to run chapters that you \
                trust without it

                """)
        // Checking runs nothing, so it needs nothing to confine it.
        #expect(try BookProcess.run(["check", "--root", book.root], environment: environment).status == 0)
    }

    @Test func withoutSandboxRunsWhereItIsAskedFor() throws {
        let book = try TemporaryBook(Self.chapter)
        // The compiler's own linker lies elsewhere.
        let linkers = book.root + "/linkers"
        try FileManager.default.createDirectory(atPath: linkers, withIntermediateDirectories: true)
        for name in ["ld", "ld.gold", "ld.bfd"] {
            try FileManager.default.createSymbolicLink(
                atPath: "\(linkers)/\(name)", withDestinationPath: "/usr/bin/\(name)")
        }
        let path = "\(try Self.compilerFolder()):\(linkers)"
        let built = try book.build(["--no-sandbox"], environment: ["PATH": path])
        #expect(built.process.status == 0, "\(built.process.errors)")
        #expect(try built.chapter("1").cells.map(\.text) == ["runs"])
        // Said on the error stream and in the report, whether anything runs or not.
        for build in [built, try book.build(["--no-sandbox"], environment: ["PATH": path])] {
            #expect(
                build.process.errors.contains(
                    "book: --no-sandbox: chapters run unconfined, and can read, write and send whatever you can\n"
                ))
            #expect(build.report.confinement == "none")
        }
    }

    @Test func bubblewrapThatCannotWorkIsNotGoneWithout() throws {
        let book = try TemporaryBook(Self.chapter)
        let folder = book.root + "/bin"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let words = "No permissions to create new namespace, likely because the kernel does not allow it"
        try ProgramFile.write(script: "echo 'bwrap: \(words)' >&2\nexit 1\n", to: folder + "/bwrap")
        let path = "\(folder):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
        let process = try BookProcess.run(["build", "--root", book.root], environment: ["PATH": path])
        #expect(process.status == 3)
        #expect(
            Self.words(of: process) == """
                book: bubblewrap cannot confine the programs of chapters on this machine: \(words)
                help: let this user make user namespaces (`sysctl kernel.unprivileged_userns_clone=1` where that \
                exists), or say `--no-sandbox` to run chapters that you trust without it; `book doctor` tries it

                """)
        #expect(book.files(in: "Output").isEmpty)
        let doctor = try BookProcess.run(["doctor"], environment: ["PATH": path])
        #expect(doctor.status == 3)
        #expect(doctor.output.contains("missing  bubblewrap, which confines chapters\n"))
    }

    @Test func withoutModulesSaysHowToBuildThem() throws {
        let book = try TemporaryBook(Self.chapter)
        let folder = book.root + "/installation/.build/any/release"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try ProgramFile.copy(BookProcess.executable, to: folder + "/book")
        let process = try BookProcess.run(["build", "--root", book.root], executable: folder + "/book")
        #expect(process.status == 3)
        #expect(
            Self.words(of: process) == """
                book: the library of chapter modules: missing (looked for \(folder)/libChapterModules.so)
                help: run `make build`, which builds it

                """)
    }

    @Test func outputThatCannotBeWrittenIsNamed() throws {
        let book = try TemporaryBook(Self.chapter)
        let process = try BookProcess.run(["build", "--root", book.root, "--output", "/proc/pages"])
        #expect(process.status == 3)
        #expect(process.errors.hasSuffix("\nbook: cannot write '/proc/pages': No such file or directory\n"))
    }

    @Test func reportThatCannotBeWrittenIsNamed() throws {
        let book = try TemporaryBook(["1.md": "# One\n"])
        let process = try BookProcess.run(["build", "--root", book.root, "--report", "/nowhere/report.json"])
        #expect(process.status == 3)
        #expect(process.errors.contains("book: cannot write the report to /nowhere/report.json: "))
        #expect(book.page("1.html") != nil)
    }

    @Test("a full disk", .enabled(if: getuid() == 0, "needs root, to mount a small disk"))
    func keepsTheOldPages() throws {
        let book = try TemporaryBook(Self.chapter)
        let disk = try SmallDisk(at: book.root + "/disk", megabytes: 4)
        let arguments = ["--output", disk.path + "/Output"]
        #expect(try book.build(arguments).process.status == 0)
        let pages = book.files(in: "disk/Output")
        #expect(pages["1.html"] != nil)

        try disk.fill()
        let longer = String(repeating: "Much more prose than before. ", count: 10_000)
        try book.write("# One\n\n\(longer)\n", to: "1.md")
        let process = try BookProcess.run(["build", "--root", book.root] + arguments)
        #expect(process.status == 3)
        #expect(process.output.isEmpty)
        let last = process.errors.split(separator: "\n").last.map(String.init) ?? ""
        #expect(last.hasPrefix("book: cannot write '\(disk.path)/Output/"), "\(process.errors)")
        #expect(last.hasSuffix("': No space left on device"), "\(process.errors)")
        #expect(book.files(in: "disk/Output") == pages)

        try disk.empty()
        #expect(try book.build(arguments).process.status == 0)
        #expect(book.files(in: "disk/Output")["1.html"] != pages["1.html"])
    }

    @Test("a full disk below the store", .enabled(if: getuid() == 0, "needs root, to mount a small disk"))
    func isNamed() throws {
        let book = try TemporaryBook(Self.chapter)
        let disk = try SmallDisk(at: book.root + "/.book", megabytes: 1)
        try disk.fill()
        let process = try BookProcess.run(["build", "--root", book.root])
        #expect(process.status == 3)
        let last = process.errors.split(separator: "\n").last.map(String.init) ?? ""
        #expect(last.hasPrefix("book: cannot write \(disk.path)/"), "\(process.errors)")
        #expect(last.lowercased().contains("space"), "\(process.errors)")
        #expect(book.files(in: "Output").isEmpty)
    }

    @Test func doctorSaysWhatIsThere() throws {
        let process = try BookProcess.run(["doctor"])
        let lines = process.output.split(separator: "\n").map(String.init)
        let names = [
            "Swift compiler", "modules for chapters", "colours of code",
            "bubblewrap, which confines chapters", "prlimit and choom, which limit chapters",
            "no network: refused", "no writes outside the scratch folder: refused",
            "no files of this user: hidden", "no other processes: hidden",
            "no name spaces of its own: refused", "limit of a file's size: held by the kernel at 500 MB",
            "limit of processes and threads: watched by the engine at 512",
            "limits of time, processor time, memory and output: watched by the engine",
        ]
        for name in names {
            #expect(lines.contains { $0.hasPrefix("ok       \(name)") }, "\(process.output)")
        }
        let isComplete = !lines.contains { $0.hasPrefix("missing  ") }
        #expect(process.status == (isComplete ? 0 : 3))
        #expect(process.errors == "book: looking at this machine\n")
    }

    @Test func doctorSaysWhatIsMissingAndHowToInstallIt() throws {
        let process = try BookProcess.run(["doctor"], environment: ["PATH": "/nowhere"])
        #expect(process.status == 3)
        for words in [
            "missing  Swift compiler\n         help: install Swift 6.3 from swift.org and put its usr/bin on PATH\n",
            "missing  colours of code\n"
                + "         help: install the whole Swift toolchain, with libsourcekitdInProc.so\n",
            "missing  bubblewrap, which confines chapters\n"
                + "         help: apt-get install bubblewrap; the kernel must allow user namespaces\n",
        ] {
            #expect(process.output.contains(words), "\(process.output)")
        }
    }
}
