/// The content of a page as bytes: each part behind a line with the lengths of its name and of itself.
extension PageRendering.Content {
    private enum Kind: String {
        case main, sections, piece, file
    }

    /// The same content gives the same bytes.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        func add(_ kind: Kind, _ name: String, _ part: some Collection<UInt8>) {
            bytes += "\(kind.rawValue) \(name.utf8.count) \(part.count)\n".utf8
            bytes += name.utf8
            bytes += part
        }
        add(.main, "", main.utf8)
        add(.sections, "", sections.utf8)
        for (name, piece) in pieces.sorted(by: { $0.key < $1.key }) { add(.piece, name, piece.utf8) }
        for (path, file) in files.sorted(by: { $0.key < $1.key }) { add(.file, path, file) }
        return bytes
    }

    /// - Returns: `nil` when the bytes are not those of a content.
    init?(bytes: [UInt8]) {
        self.init(main: "", sections: "", pieces: [:], files: [:])
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            rest = rest[(end + 1)...]
            guard words.count == 3, let kind = Kind(rawValue: String(words[0])),
                let nameLength = Int(words[1]),
                let length = Int(words[2]), nameLength >= 0, length >= 0, nameLength <= rest.count,
                length <= rest.count - nameLength
            else { return nil }
            let name = String(decoding: rest.prefix(nameLength), as: UTF8.self)
            let part = rest.dropFirst(nameLength).prefix(length)
            rest = rest.dropFirst(nameLength + length)
            switch kind {
            case .main: main = String(decoding: part, as: UTF8.self)
            case .sections: sections = String(decoding: part, as: UTF8.self)
            case .piece: pieces[name] = String(decoding: part, as: UTF8.self)
            case .file: files[name] = Array(part)
            }
        }
    }

    /// Names a content by its bytes.
    static func hash(_ bytes: [UInt8]) -> String { RenderingStore.hash(bytes) }
}
