import Foundation
import TestSupport

/// A toolchain in a folder of its own that passes everything on to the real one, and may change what it compiles.
///
/// Its `swift-frontend` is a short program whose size and time change with its edition, as those of an upgraded
/// compiler do. Confined programs do not see the real toolchain's libraries through it, so it needs `--no-sandbox`.
struct OtherToolchain {
    let folder: String

    private static let programs = ["swiftc", "swift-frontend"]

    /// Writes the programs of both editions.
    static func prepare(in folder: String) throws {
        let real = Compiler.folder
        for (edition, definition) in [(1, ""), (2, "-D SECOND_COMPILER ")] {
            try ProgramFile.write(
                script: "# edition \(edition)\(definition)\nexec \(real)/swift-frontend \"$@\"\n",
                to: "\(folder)/\(edition)/swift-frontend")
            try ProgramFile.write(
                script: """
                    if [ "$1" = -frontend ]; then shift; exec \(real)/swiftc -frontend \(definition)"$@"; fi
                    exec \(real)/swiftc \(definition)"$@"

                    """, to: "\(folder)/\(edition)/swiftc")
        }
    }

    /// Puts an edition into a folder: 1 passes everything on, 2 defines `SECOND_COMPILER` too.
    init(edition: Int, of prepared: String, in folder: String) throws {
        self.folder = folder + "/usr/bin"
        try Files.make(self.folder)
        for program in Self.programs {
            let place = "\(self.folder)/\(program)"
            Files.remove(place)
            try Files.manager.linkItem(atPath: "\(prepared)/\(edition)/\(program)", toPath: place)
        }
        let real = Compiler.folder
        try Files.link(self.folder + "/swift", to: real + "/swift")
        let library = URL(filePath: real).deletingLastPathComponent().path + "/lib"
        if !Files.exists(folder + "/usr/lib") { try Files.link(folder + "/usr/lib", to: library) }
    }
}
