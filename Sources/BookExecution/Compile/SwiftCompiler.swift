import BookModel
import Foundation

/// Runs the Swift compiler on cells and programs.
struct SwiftCompiler: Sendable {
    let toolchain: Toolchain
    let installation: Installation
    /// Environment of the compiler's process.
    let environment: [String: String]
    /// The commands that earlier builds found.
    let commands: DirectCommandStore

    /// The name of every chapter's module: a word that no module of a book has.
    static let moduleName = "ChapterProgram"

    struct Output: Sendable {
        let ending: ProcessEnding
        let standardOutput: [UInt8]
        let messages: [CompilerMessage]
        /// Standard error as it is, for faults that name no place.
        let log: String

        var succeeded: Bool { ending == .exited(0) }
        /// Whether the compiler did its work, be it that it found errors.
        var isVerdict: Bool {
            succeeded || ending == .exited(1) && messages.contains { $0.severity == .error }
        }
    }

    /// Compiles and links a program.
    /// - Returns: the compiler's messages; the executable lies at `folder/name` when there is no error.
    func build(_ text: ProgramText, of program: PlannedProgram, in folder: String, name: String)
        async throws(ExecutionError) -> Output
    {
        let source = "\(folder)/\(name).swift"
        let executable = "\(folder)/\(name)"
        try WorkFolder.write(Data(text.source.utf8), to: source)
        let sanitizer = program.sanitizer.map { ["-sanitize=\($0.rawValue)"] } ?? []
        let use = DriverUse(
            options: moduleOptions(program.language) + [
                program.isOptimized ? "-O" : "-Onone", "-gline-tables-only",
            ] + sanitizer, source: source, executable: executable)
        if program.sanitizer == nil,
            let output = try await buildDirectly(use, executable: executable, in: folder, name: name)
        {
            return output
        }
        return try await run(toolchain.compiler, driverArguments(use), in: folder, name: name)
    }

    /// Type-checks a program without building it.
    func check(_ text: ProgramText, language: LanguageMode, in folder: String, name: String)
        async throws(ExecutionError) -> Output
    {
        let source = "\(folder)/\(name).swift"
        try WorkFolder.write(Data(text.source.utf8), to: source)
        let use = DriverUse(
            options: moduleOptions(language) + ["-typecheck"], source: source, executable: nil)
        if let direct = try await directCommands(use, in: folder, name: name) {
            let words = DirectCommands.words(direct.compile, in: .init(source: source))
            let output = try await run(words[0], Array(words.dropFirst()), in: folder, name: name)
            if output.isVerdict { return output }
        }
        return try await run(toolchain.compiler, driverArguments(use), in: folder, name: name)
    }

    /// Asks the parser for the top-level items of a text.
    func parse(_ code: String, language: LanguageMode, in folder: String, name: String)
        async throws(ExecutionError) -> Output
    {
        let source = "\(folder)/\(name).swift"
        try WorkFolder.write(Data(code.utf8), to: source)
        let isThere = access(toolchain.frontend, X_OK) == 0
        return try await run(
            isThere ? toolchain.frontend : toolchain.compiler,
            [
                "-frontend", "-swift-version", language.rawValue, "-dump-parse", "-dump-ast-format", "json",
                source,
            ], in: folder, name: name)
    }

    /// What the compiler is told about every program of a chapter.
    func moduleOptions(_ language: LanguageMode) -> [String] {
        var options = ["-swift-version", language.rawValue, "-module-name", Self.moduleName]
        options += ["-diagnostic-style", "llvm", "-I", installation.modules]
        for folder in installation.moduleMaps { options += ["-I", folder] }
        return options
    }

    func run(_ program: String, _ arguments: [String], in folder: String, name: String)
        async throws(ExecutionError) -> Output
    {
        let standardInput = try OpenFile(reading: "/dev/null")
        let standardOutput = try OpenFile(appendingTo: "\(folder)/\(name).out")
        let standardError = try OpenFile(appendingTo: "\(folder)/\(name).err")
        let child = try ChildProcess(
            ChildCommand(
                executable: program, arguments: arguments, environment: environment,
                descriptors: [
                    0: standardInput.descriptor, 1: standardOutput.descriptor, 2: standardError.descriptor,
                ]))
        let ending = await child.wait()
        let log = String(decoding: standardError.bytes(), as: UTF8.self)
        return Output(
            ending: ending, standardOutput: standardOutput.bytes(), messages: CompilerMessage.parse(log),
            log: log)
    }
}
