import Foundation
import TestSupport

/// An installation of the engine with modules that are rebuilt in a second: our own `Notebook` with what it
/// stands on, and three tiny modules, of which `Upper` imports `Base` and nobody imports `Lonely`.
///
/// The engine finds its installation by where its executable lies.
struct TinyInstallation {
    /// The root of the package.
    let package: String
    let engine: String

    /// The folder of the editions of `OtherToolchain`, on the file system of books.
    let toolchains: String

    struct BuildError: Error { let log: String }

    /// The modules as they are first: each file by its path below `Sources/`.
    static let modules = [
        "Base/Base.swift": "public func baseNumber() -> Int { 1 }\n",
        "Upper/Upper.swift": "import Base\n\npublic func upperNumber() -> Int { baseNumber() + 10 }\n",
        "Lonely/Lonely.swift": "public func lonelyNumber() -> Int { 5 }\n",
    ]

    private static let manifest = """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "Tiny",
            products: [
                .library(
                    name: "ChapterModules", type: .dynamic, targets: ["Notebook", "Upper", "Base", "Lonely"])
            ],
            targets: [
                // Half as long to compile; what it does is the same.
                .target(
                    name: "Notebook", dependencies: ["COpenedFiles", "CellProtocol"],
                    swiftSettings: [.unsafeFlags(["-Onone"])]),
                .target(name: "COpenedFiles", publicHeadersPath: "."),
                .target(name: "CellProtocol"),
                .target(name: "Base"),
                .target(name: "Upper", dependencies: ["Base"]),
                .target(name: "Lonely"),
            ],
            swiftLanguageModes: [.v6]
        )

        """

    /// For tests that leave the modules as they are.
    static let shared = Result { try TinyInstallation("shared") }
    /// For one test that edits the modules.
    static let editable = Result { try TinyInstallation("editable") }

    /// Brings the installation of this name up to date: its build folder stays from one run of the tests to the next.
    private init(_ name: String) throws {
        package = "\(Settings.package)/.build/tiny-installations/\(name)"
        let products = package + "/.build/release"
        toolchains = FileManager.default.temporaryDirectory.path + "/truth-toolchains-\(getuid())"
        try OtherToolchain.prepare(in: toolchains)
        engine = products + "/book"
        try Files.write(Self.manifest, to: package + "/Package.swift")
        for target in ["Notebook", "CellProtocol", "COpenedFiles"] {
            let files = Files.contents(below: "\(Settings.package)/Sources/\(target)")
            let copy = "\(package)/Sources/\(target)"
            for path in Files.paths(below: copy) where files[path] == nil { Files.remove("\(copy)/\(path)") }
            for (path, data) in files {
                try Files.write(String(decoding: data, as: UTF8.self), to: "\(copy)/\(path)")
            }
        }
        try restoreModules()
        let python = "\(Settings.package)/.book/python"
        if Files.exists(python) { try Files.link(package + "/.book/python", to: python) }
        try build()
        // The path that the engine asks the system for must be the one in this package: a link would not do.
        try ProgramFile.copy(URL(filePath: Settings.engine).resolvingSymlinksInPath().path, to: engine)
    }

    func restoreModules() throws {
        for (path, text) in Self.modules { try Files.write(text, to: "\(package)/Sources/\(path)") }
    }

    private func build() throws {
        let swift = Compiler.folder + "/swift"
        let process = try EngineProcess(
            swift, ["build", "--package-path", package, "--product", "ChapterModules", "-c", "release"],
            environment: ProcessInfo.processInfo.environment)
        let ending = try process.wait()
        guard ending.status == 0 else { throw BuildError(log: ending.output + ending.errors) }
    }
}

/// The compiler on the search path.
enum Compiler {
    static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"

    /// The folder of `swiftc`.
    static let folder: String =
        searchPath.split(separator: ":").map(String.init)
        .first { Files.manager.isExecutableFile(atPath: $0 + "/swiftc") }
        .map { URL(filePath: $0).resolvingSymlinksInPath().path } ?? "/usr/bin"
}
