import Foundation

/// The modules that chapters may import: the hash of the sources of each, and which others it imports.
struct ModuleIndex: Sendable, Codable {
    struct Module: Sendable, Codable {
        /// The hash of each source file, by its path in the module's folder.
        let files: [String: String]
        let imports: Set<String>
        let hash: String
    }

    let modules: [String: Module]

    /// Reads the sources of an installation.
    /// - Parameter folder: where the index of these sources is remembered between builds.
    init(of installation: Installation, rememberedIn folder: String) throws(ExecutionError) {
        // What `ModuleBuild` wrote says which sources the library was built from.
        let state = FileManager.default.contents(atPath: installation.package + "/.book/modules-built")
        let path = folder + "/modules-index"
        if let state, let known = FileManager.default.contents(atPath: path),
            let index = Self.decode(known, of: state)
        {
            self = index
            return
        }
        var modules: [String: Module] = [:]
        let sources = installation.package + "/Sources"
        for name in ((try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []).sorted() {
            guard !ModuleBuild.isOfEngine(name), let module = try Module(folder: "\(sources)/\(name)") else {
                continue
            }
            modules[name] = module
        }
        self.modules = modules
        guard let state else { return }
        try remember(at: path, folder: folder, state: state)
        for (name, module) in modules { try ModuleHistory.remember(name, module, in: folder) }
    }

    private static func decode(_ known: Data, of state: Data) -> ModuleIndex? {
        let parts = known.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == state,
            ContentHash.hex(of: Array(parts[2])) == String(decoding: parts[1], as: UTF8.self)
        else { return nil }
        return try? JSONDecoder().decode(ModuleIndex.self, from: Data(parts[2]))
    }

    private func remember(at path: String, folder: String, state: Data) throws(ExecutionError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let content = try? encoder.encode(self) else { return }
        let hash = ContentHash.hex(of: Array(content))
        try AtomicFile.write(state + Data("\n\(hash)\n".utf8) + content, to: path)
    }

    /// The parts of keys for the modules that code with these imports uses, directly or not.
    func parts(for imports: Set<String>) -> [KeyPart] {
        var found: Set<String> = []
        var waiting = Array(imports)
        while let name = waiting.popLast() {
            guard let module = modules[name], found.insert(name).inserted else { continue }
            waiting += module.imports
        }
        return found.sorted().compactMap { name in
            modules[name].map { KeyPart(kind: .module, name: name, value: "\(name) \($0.hash)") }
        }
    }

    /// The parts for all modules, where it is not known which are used.
    var allParts: [KeyPart] { parts(for: Set(modules.keys)) }
}

extension ModuleIndex.Module {
    /// - Returns: `nil` when the folder holds no file.
    fileprivate init?(folder: String) throws(ExecutionError) {
        var files: [String: String] = [:]
        var imports: Set<String> = []
        var all = ContentHash()
        for file in FolderListing.files(below: folder) {
            let bytes = try OpenFile(reading: "\(folder)/\(file)").bytes()
            let hash = ContentHash.hex(of: bytes)
            files[file] = hash
            all.add(file, hash)
            if file.hasSuffix(".swift") {
                imports.formUnion(Self.imports(in: String(decoding: bytes, as: UTF8.self)))
            }
        }
        guard !files.isEmpty else { return nil }
        self.files = files
        self.imports = imports
        hash = all.hex
    }

    /// The first name behind each word `import` that may begin a line, with attributes and a kind in front.
    private static func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard line.contains("import ") else { return nil }
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import") else { return nil }
            let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
            let name = words[(place + 1)...].first { !kinds.contains(String($0)) }
            return name?.split(separator: ".").first.map(String.init)
        }
    }
}
