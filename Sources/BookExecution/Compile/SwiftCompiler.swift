import BookModel
import Foundation

/// Runs the Swift compiler on cells and programs.
struct SwiftCompiler: Sendable {
    let toolchain: Toolchain
    let installation: Installation
    /// Environment of the compiler's process.
    let environment: [String: String]

    /// The name of every chapter's module: a word that no module of a book has.
    static let moduleName = "ChapterProgram"

    struct Output: Sendable {
        let succeeded: Bool
        let standardOutput: [UInt8]
        let messages: [CompilerMessage]
        /// Standard error as it is, for faults that name no place.
        let log: String
    }

    /// Compiles and links a program.
    /// - Returns: the compiler's messages; the executable lies at `folder/name` when there is no error.
    func build(_ text: ProgramText, of program: PlannedProgram, in folder: String, name: String)
        async throws(ExecutionError) -> Output
    {
        let source = "\(folder)/\(name).swift"
        try Self.write(text.source, to: source)
        var arguments = moduleArguments(program.language)
        arguments += [
            program.isOptimized ? "-O" : "-Onone", "-gline-tables-only", "-o", "\(folder)/\(name)", source,
        ]
        arguments += ["-L", installation.products, "-lChapterModules"]
        arguments += ["-Xlinker", "-rpath", "-Xlinker", installation.products]
        return try await run(arguments, in: folder, name: name)
    }

    /// Type-checks a program without building it.
    func check(_ text: ProgramText, language: LanguageMode, in folder: String, name: String)
        async throws(ExecutionError) -> Output
    {
        let source = "\(folder)/\(name).swift"
        try Self.write(text.source, to: source)
        return try await run(moduleArguments(language) + ["-typecheck", source], in: folder, name: name)
    }

    /// Asks the parser for the top-level items of a text.
    func parse(_ code: String, in folder: String, name: String) async throws(ExecutionError) -> Output {
        let source = "\(folder)/\(name).swift"
        try Self.write(code, to: source)
        return try await run(
            ["-frontend", "-dump-parse", "-dump-ast-format", "json", source], in: folder, name: name)
    }

    private func moduleArguments(_ language: LanguageMode) -> [String] {
        var arguments = ["-swift-version", language.rawValue, "-module-name", Self.moduleName]
        arguments += ["-diagnostic-style", "llvm", "-I", installation.modules]
        for folder in installation.moduleMaps { arguments += ["-I", folder] }
        return arguments
    }

    private func run(_ arguments: [String], in folder: String, name: String) async throws(ExecutionError)
        -> Output
    {
        let standardInput = try OpenFile(reading: "/dev/null")
        let standardOutput = try OpenFile(appendingTo: "\(folder)/\(name).out")
        let standardError = try OpenFile(appendingTo: "\(folder)/\(name).err")
        let child = try ChildProcess(
            ChildCommand(
                executable: toolchain.compiler, arguments: arguments, environment: environment,
                descriptors: [
                    0: standardInput.descriptor, 1: standardOutput.descriptor, 2: standardError.descriptor,
                ]))
        let ending = await child.wait()
        let log = String(decoding: standardError.bytes(), as: UTF8.self)
        return Output(
            succeeded: ending == .exited(0), standardOutput: standardOutput.bytes(),
            messages: CompilerMessage.parse(log), log: log)
    }

    private static func write(_ text: String, to path: String) throws(ExecutionError) {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        } catch {
            throw .cannotWrite(path: path, reason: error.localizedDescription)
        }
    }
}
