import Foundation

extension SwiftCompiler {
    /// One use of `swiftc`.
    struct DriverUse: Sendable {
        let options: [String]
        let source: String
        /// The program to make; `nil` for a type-check.
        let executable: String?
    }

    /// What the driver is told. The toolchain's own linker is the fastest; without it the driver's choice links.
    func driverArguments(_ use: DriverUse) -> [String] {
        guard let executable = use.executable else { return use.options + [use.source] }
        var arguments = use.options + ["-o", executable, use.source]
        if access(toolchain.root + "/bin/ld.lld", X_OK) == 0 { arguments.append("-use-ld=lld") }
        arguments += ["-L", installation.products, "-lChapterModules"]
        return arguments + ["-Xlinker", "-rpath", "-Xlinker", installation.products]
    }

    /// Compiles and links without the driver.
    /// - Returns: `nil` when that is not possible: the driver then has the last word.
    func buildDirectly(_ use: DriverUse, executable: String, in folder: String, name: String)
        async throws(ExecutionError) -> Output?
    {
        guard let direct = try await directCommands(use, in: folder, name: name) else { return nil }
        var places = DirectCommands.Places(
            source: use.source, object: executable + ".o", executable: executable)
        let compile = DirectCommands.words(direct.compile, in: places)
        let compiled = try await run(compile[0], Array(compile.dropFirst()), in: folder, name: name)
        guard compiled.succeeded else { return compiled.isVerdict ? compiled : nil }
        places.objectOptions = ObjectOptions.read(places.object)
        let link = DirectCommands.words(direct.link, in: places)
        let linked = try await run(link[0], Array(link.dropFirst()), in: folder, name: name + "-link")
        guard linked.succeeded else {
            // The system's own libraries may lie elsewhere by now.
            commands.forget(try key(of: use))
            return nil
        }
        return compiled
    }

    /// The direct commands for a use of the driver: those of an earlier build, else what the driver says now.
    func directCommands(_ use: DriverUse, in folder: String, name: String) async throws(ExecutionError)
        -> DirectCommands?
    {
        let key = try key(of: use)
        if let known = commands.commands(for: key) { return known }
        guard let found = try await askDriver(use, in: folder, name: name) else { return nil }
        commands.keep(found, for: key)
        return found
    }

    private func askDriver(_ use: DriverUse, in folder: String, name: String) async throws(ExecutionError)
        -> DirectCommands?
    {
        let answer = try await run(
            toolchain.compiler, ["-###"] + driverArguments(use), in: folder, name: name + "-driver")
        guard answer.succeeded else { return nil }
        let text = String(decoding: answer.standardOutput, as: UTF8.self)
        guard let executable = use.executable else {
            return DirectCommands(typeCheck: text, source: use.source)
        }
        let standIn = "\(folder)/\(name)-stand-in.o"
        guard FileManager.default.createFile(atPath: standIn, contents: nil) else { return nil }
        return await DirectCommands(
            program: text, source: use.source, executable: executable, standIn: standIn
        ) {
            words in
            let linker = try? await run(
                words[0], Array(words.dropFirst()), in: folder, name: name + "-linker")
            return linker?.succeeded == true ? linker?.log : nil
        }
    }

    /// What the direct commands depend on.
    private func key(of use: DriverUse) throws(ExecutionError) -> String {
        var hash = ContentHash()
        hash.add("format", "1")
        hash.add("toolchain", try toolchain.identity())
        let places = [use.source, use.executable]
        for argument in driverArguments(use) where !places.contains(argument) {
            hash.add("argument", argument)
        }
        for (name, value) in environment.sorted(by: { $0.key < $1.key }) where name != "TMPDIR" {
            hash.add(name, value)
        }
        return hash.hex
    }
}
