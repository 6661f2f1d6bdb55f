import Foundation

/// The engine as it is installed: where the modules that chapters import lie, and what the engine runs.
public struct Installation: Hashable, Sendable {
    /// The folder with the compiled modules' interfaces, `Modules/`, and `libChapterModules.so`.
    public let products: String
    /// The root of the package that the engine was built from.
    public let package: String

    /// The installation that the running executable belongs to.
    ///
    /// The executable lies at `PACKAGE/.build/TRIPLE/CONFIGURATION/book`.
    public static func ofThisProcess() throws(ExecutionError) -> Installation {
        let executable: String
        do {
            executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        } catch {
            throw .cannotRead(path: "/proc/self/exe", reason: error.localizedDescription)
        }
        let products = URL(fileURLWithPath: executable).deletingLastPathComponent()
        let package = products.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return Installation(products: products.path, package: package.path)
    }

    public init(products: String, package: String) {
        self.products = products
        self.package = package
    }

    var modules: String { products + "/Modules" }

    /// The shared library with everything that a chapter may import.
    public var library: String { products + "/libChapterModules.so" }

    /// The command itself.
    var command: String { products + "/book" }

    /// The private Python environment that renders figures.
    public var python: String { package + "/.book/python/bin/python" }

    /// The folder that keeps how the compiler is called: the same for every book.
    var compilerCommands: String { package + "/.book/compiler" }

    /// The folders with the module maps of the system libraries that our modules stand on.
    var moduleMaps: [String] {
        let sources = package + "/Sources"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []
        return names.sorted().map { "\(sources)/\($0)" }
            .filter { FileManager.default.fileExists(atPath: $0 + "/module.modulemap") }
    }

    /// Names the builds of the engine, of the modules and of the system's libraries that they stand on.
    package func identities() throws(ExecutionError) -> [String: String] {
        [
            "engine": try BuildIdentity.text(ofFile: "/proc/self/exe"),
            "modules": try BuildIdentity.text(ofFile: library),
            "libraries": SystemLibraries.identity(for: self),
        ]
    }

    /// - Throws: `ExecutionError.missing` when the modules are not built.
    public func check() throws(ExecutionError) {
        for path in [library, modules + "/Notebook.swiftmodule"]
        where !FileManager.default.fileExists(atPath: path) {
            throw .missing(
                what: "the library of chapter modules", lookedFor: path,
                repair: "run `make build`, which builds it")
        }
    }
}
