import Foundation

/// A toolchain in a folder of its own that passes everything on to the real one, and may change what it compiles.
///
/// Its `swift-frontend` is a short program whose size and time change with its edition, as those of an upgraded
/// compiler do. Confined programs do not see the real toolchain's libraries through it, so it needs `--no-sandbox`.
struct OtherToolchain {
    let folder: String

    /// - Parameter edition: 1 passes everything on; 2 defines `SECOND_COMPILER` too.
    init(edition: Int, in folder: String) throws {
        self.folder = folder + "/usr/bin"
        let real = Compiler.folder
        let definition = edition == 1 ? "" : "-D SECOND_COMPILER "
        try Files.writeScript(
            "# edition \(edition)\nexec \(real)/swift-frontend \"$@\"\n", to: self.folder + "/swift-frontend")
        try Files.writeScript(
            """
            if [ "$1" = -frontend ]; then shift; exec \(real)/swiftc -frontend \(definition)"$@"; fi
            exec \(real)/swiftc \(definition)"$@"

            """, to: self.folder + "/swiftc")
        try Files.link(self.folder + "/swift", to: real + "/swift")
        let library = URL(filePath: real).deletingLastPathComponent().path + "/lib"
        if !Files.exists(folder + "/usr/lib") { try Files.link(folder + "/usr/lib", to: library) }
    }
}
