import BookModel
import Foundation

/// What the results of all chapters of a build depend on besides their text.
public struct ResultSurroundings: Sendable {
    /// The same for all pieces.
    let parts: [KeyPart]
    let modules: ModuleIndex
    /// The identity of the compiler.
    let toolchain: String

    /// Reads the surroundings.
    /// - Throws: `ExecutionError` when they cannot be read.
    init(
        installation: Installation, toolchain: Toolchain, confinement: Confinement, root: String,
        showsTypes: Bool, store: ResultStore, files: FileHashes
    ) throws(ExecutionError) {
        self.toolchain = try toolchain.identity()
        var parts = [
            KeyPart(
                kind: .engine, name: "the engine", value: try BuildIdentity.text(ofFile: "/proc/self/exe")),
            KeyPart(kind: .toolchain, name: "the compiler", value: self.toolchain),
            // Tells what names stand for.
            KeyPart(
                kind: .toolchain, name: "the compiler's library",
                value: FileManager.default.fileExists(atPath: toolchain.sourceKit) ? "there" : "not there"),
            KeyPart(
                kind: .systemLibraries, name: "libraries of the system",
                value: SystemLibraries.identity(for: installation)),
            KeyPart(
                kind: .confinement, name: "the sandbox",
                // Without a sandbox a program sees where the book really lies.
                value: confinement == .none ? "none \(root)" : "bubblewrap"),
        ]
        if !showsTypes {
            parts.append(KeyPart(kind: .setting, name: "types in book.yml", value: "types in book.yml=no"))
        }
        modules = try ModuleIndex(of: installation, rememberedIn: store.folder)
        if modules.modules.isEmpty {
            // An installation without sources: all modules count as one.
            parts.append(
                KeyPart(
                    kind: .package, name: "the modules",
                    value: try BuildIdentity.text(ofFile: installation.library)))
        } else {
            var package = ContentHash()
            package.add("configuration", URL(fileURLWithPath: installation.products).lastPathComponent)
            for file in ["Package.swift", "Package.resolved"] {
                let path = "\(installation.package)/\(file)"
                if FileManager.default.fileExists(atPath: path) {
                    package.add(file, try files.hash(ofFile: path))
                }
            }
            parts.append(KeyPart(kind: .package, name: "Package.swift", value: package.hex))
        }
        for (name, value) in Sandbox.inheritedSettings.sorted(by: { $0.key < $1.key }) {
            parts.append(KeyPart(kind: .setting, name: name, value: "\(name)=\(value)"))
        }
        self.parts = parts
    }
}
