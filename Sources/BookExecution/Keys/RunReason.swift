import BookModel
import Foundation

/// Why a piece runs: the parts of its key that are other than in the last build, in words.
struct RunReason {
    let id: PieceID
    let before: PieceKey?
    let now: PieceKey
    /// The folder of the store, which remembers the files of each module.
    let sources: String

    init(of id: PieceID, before: PieceKey?, now: PieceKey, sources: String) {
        self.id = id
        self.before = before
        self.now = now
        self.sources = sources
    }

    var words: String {
        guard let before else { return "it has not run before" }
        guard before.hex != now.hex else { return "no result of it is stored" }
        var old = before.parts
        let new = now.parts.filter { part in
            guard let index = old.firstIndex(where: { $0.kind == part.kind && $0.value == part.value }) else {
                return true
            }
            old.remove(at: index)
            return false
        }
        var reasons = new.compactMap { part in
            describe(part, old.first { $0.kind == part.kind && $0.name == part.name })
        }
        if reasons.isEmpty {
            reasons = old.compactMap { part in
                part.kind == .code ? "it no longer depends on \(part.name)" : Self.loss(of: part)
            }
        }
        let unique = reasons.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if unique.isEmpty { return "what it depends on stands in another order" }
        let rest = unique.count > 3 ? " and \(unique.count - 3) more" : ""
        return unique.prefix(3).joined(separator: ", ") + rest
    }

    /// What became of a part; `nil` where another part says it.
    private func describe(_ part: KeyPart, _ old: KeyPart?) -> String? {
        func change(_ what: String) -> String {
            old.map { "\(what) changed from \($0.value) to \(part.value)" } ?? "\(what) is \(part.value)"
        }
        switch part.kind {
        case .code: return describeCode(part, old)
        case .role: return part.name == ownName ? "its flags changed" : nil
        case .flags: return "its flags or what it must say changed"
        case .place: return "the line of \(part.name) changed, for which code asks"
        case .limits: return change("its limit")
        case .input: return old == nil ? "\(part.name) is a new input" : "\(part.name) changed"
        case .module:
            return "the module \(part.name) changed" + ModuleHistory.changes(from: old, to: part, in: sources)
        case .engine: return "the engine changed"
        case .toolchain: return change("the compiler")
        case .systemLibraries: return change("a library of the system")
        case .package: return "\(part.name) changed"
        case .setting, .environment, .parameter: return change(part.name)
        case .confinement, .language, .optimization: return change(part.name)
        case .imports, .visibleInputs: return "\(part.name) changed"
        }
    }

    private func describeCode(_ part: KeyPart, _ old: KeyPart?) -> String {
        if case .value = id, part.name == ownName { return "its expression changed" }
        if part.name == ownName { return "its code changed" }
        return old == nil ? "it now depends on \(part.name)" : "\(part.name), on which it depends, changed"
    }

    private var ownName: String {
        switch id {
        case .cell(let cell): cell
        case .value: now.parts.last { $0.kind == .code }?.name ?? ""
        }
    }

    private static func loss(of part: KeyPart) -> String? {
        switch part.kind {
        case .input: "\(part.name) is no longer an input"
        case .module: "the module \(part.name) is no longer imported"
        case .setting, .environment: "\(part.name) is no longer set"
        default: nil
        }
    }
}

/// The files of each state of a module that a build has met, to say which of them changed.
enum ModuleHistory {
    private static func path(_ value: String, _ folder: String) -> String {
        // `Learning 0123…`
        "\(folder)/keys/modules/" + value.replacingOccurrences(of: " ", with: "-")
    }

    static func remember(_ name: String, _ module: ModuleIndex.Module, in folder: String)
        throws(ExecutionError)
    {
        let path = path("\(name) \(module.hash)", folder)
        guard !FileManager.default.fileExists(atPath: path),
            let content = try? JSONEncoder().encode(module.files)
        else { return }
        try AtomicFile.write(content, to: path)
    }

    /// ` (Pancakes.swift)`, or nothing where it is not known.
    static func changes(from old: KeyPart?, to new: KeyPart, in folder: String) -> String {
        guard let old, let before = files(old, folder), let now = files(new, folder) else { return "" }
        let names = Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }.sorted()
        let rest = names.count > 2 ? " and \(names.count - 2) more" : ""
        return names.isEmpty ? "" : " (\(names.prefix(2).joined(separator: ", "))\(rest))"
    }

    private static func files(_ part: KeyPart, _ folder: String) -> [String: String]? {
        FileManager.default.contents(atPath: path(part.value, folder)).flatMap {
            try? JSONDecoder().decode([String: String].self, from: $0)
        }
    }
}
