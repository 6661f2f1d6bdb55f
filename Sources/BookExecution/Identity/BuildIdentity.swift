/// Says which build of a program or library a file holds, without reading all of it.
package enum BuildIdentity {
    /// The build id that the linker wrote into an ELF file, a hash of all that it linked; where there is none, the hash
    /// of the file's content.
    /// - Throws: `ExecutionError.cannotRead`.
    package static func text(ofFile path: String) throws(ExecutionError) -> String {
        let file = try OpenFile(reading: path)
        if let identifier = buildIdentifier(in: file) { return "build \(identifier)" }
        return "content \(ContentHash.hex(of: file.bytes()))"
    }

    private static func buildIdentifier(in file: OpenFile) -> String? {
        let owner = "GNU\0".utf8
        let type: UInt32 = 3
        // A shorter one is no hash of what was linked.
        let shortest = 8
        let note = ELFFile(file)?.notes.first { note in
            note.type == type && note.owner.elementsEqual(owner) && note.content.count >= shortest
        }
        return note.map { ContentHash.hexadecimal($0.content) }
    }
}
