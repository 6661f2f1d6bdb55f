/// One thing that a result depends on, and what it was.
struct KeyPart: Hashable, Sendable, Codable {
    enum Kind: String, Hashable, Sendable, Codable {
        case engine, toolchain, systemLibraries, package, module, setting, confinement
        case language, optimization, imports, visibleInputs
        case code, role, place, input, environment, parameter
        /// Of the piece itself alone: its flags and limits.
        case flags, limits
    }

    let kind: Kind
    /// What of this kind: the cell, the file, the module. People read it; it is not part of the key.
    let name: String
    /// What it was: a hash, or a short text that people can read.
    let value: String
}

/// The key of a piece's results: equal keys mean equal results.
struct PieceKey: Hashable, Sendable, Codable {
    let parts: [KeyPart]
    let hex: String

    init(_ parts: [KeyPart]) {
        self.parts = parts
        var hash = ContentHash()
        hash.add("format", ResultStore.format)
        for part in parts { hash.add(part.kind.rawValue, part.value) }
        hex = hash.hex
    }
}
