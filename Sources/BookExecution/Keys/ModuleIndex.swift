import Foundation

/// The modules that chapters may import: the hash of the sources of each, and which others it imports.
struct ModuleIndex: Sendable, Codable {
    struct Module: Sendable, Codable {
        /// The hash of each source file, by its path in the module's folder.
        let files: [String: String]
        let imports: Set<String>
        /// The names of its functions outside of types.
        let functions: Set<String>
        /// Whether its sources have variables that last as long as the process, which its functions may change.
        let holdsState: Bool
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
        used(by: imports).compactMap { name in
            modules[name].map { KeyPart(kind: .module, name: name, value: "\(name) \($0.hash)") }
        }
    }

    /// The functions of all modules, outside of types.
    var functions: Set<String> { modules.values.reduce(into: []) { $0.formUnion($1.functions) } }

    /// Whether a module that code with these imports uses keeps state of its own.
    func holdState(_ imports: Set<String>) -> Bool {
        used(by: imports).contains { modules[$0]?.holdsState ?? false }
    }

    /// The names of the modules that code with these imports uses, directly or not, sorted.
    private func used(by imports: Set<String>) -> [String] {
        var found: Set<String> = []
        var waiting = Array(imports)
        while let name = waiting.popLast() {
            guard let module = modules[name], found.insert(name).inserted else { continue }
            waiting += module.imports
        }
        return found.sorted()
    }

    /// The parts for all modules, where it is not known which are used.
    var allParts: [KeyPart] { parts(for: Set(modules.keys)) }
}

extension ModuleIndex.Module {
    /// - Returns: `nil` when the folder holds no file.
    fileprivate init?(folder: String) throws(ExecutionError) {
        var files: [String: String] = [:]
        var imports: Set<String> = []
        var functions: Set<String> = []
        var holdsState = false
        var all = ContentHash()
        for file in FolderListing.files(below: folder) {
            let bytes = try OpenFile(reading: "\(folder)/\(file)").bytes()
            let hash = ContentHash.hex(of: bytes)
            files[file] = hash
            all.add(file, hash)
            if file.hasSuffix(".swift") {
                let text = String(decoding: bytes, as: UTF8.self)
                imports.formUnion(Self.imports(in: text))
                functions.formUnion(Self.functions(in: text))
                holdsState = holdsState || Self.holdsState(text)
            }
        }
        guard !files.isEmpty else { return nil }
        self.files = files
        self.imports = imports
        self.functions = functions
        self.holdsState = holdsState
        hash = all.hex
    }

    /// The names behind `func` on lines that are not indented.
    private static func functions(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            guard line.first?.isWhitespace == false, line.contains("func ") else { return nil }
            let words = line.split(whereSeparator: { " (<".contains($0) })
            return words.firstIndex(of: "func").flatMap { words.dropFirst($0 + 1).first }.map(String.init)
        }
    }

    /// Whether there is a stored `static var`, or a `var` that is not indented.
    private static func holdsState(_ text: String) -> Bool {
        text.split(separator: "\n").contains { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "var") else { return false }
            let isOfModule = line.first?.isWhitespace == false || words[..<place].contains("static")
            // A computed one has its braces behind the type.
            return isOfModule && (line.contains("=") || !line.contains("{"))
        }
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
