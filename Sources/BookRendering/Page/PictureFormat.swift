/// The formats of pictures that every browser shows, told by their bytes and not by their names alone.
package enum PictureFormat: String, Codable {
    case png, jpg, gif, svg, webp, avif

    init?(fileExtension: String) {
        let name = fileExtension.lowercased()
        self.init(rawValue: name == "jpeg" ? "jpg" : name)
    }

    /// The format whose signature the bytes start with; `nil` for what is no picture.
    package init?(contents bytes: [UInt8]) {
        func has(_ signature: [UInt8], at offset: Int = 0) -> Bool {
            bytes.dropFirst(offset).starts(with: signature)
        }
        if has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if has([0xFF, 0xD8, 0xFF]) {
            self = .jpg
        } else if has(Array("GIF87a".utf8)) || has(Array("GIF89a".utf8)) {
            self = .gif
        } else if has(Array("RIFF".utf8)), has(Array("WEBP".utf8), at: 8) {
            self = .webp
        } else if has(Array("ftyp".utf8), at: 4), has(Array("avi".utf8), at: 8) {
            self = .avif
        } else if Self.isSVG(bytes) {
            self = .svg
        } else {
            return nil
        }
    }

    /// The name as people say it.
    var name: String { self == .jpg ? "JPEG" : self == .webp ? "WebP" : rawValue.uppercased() }

    /// Whether the first element is `<svg`, behind a declaration, comments and a document type.
    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        var rest = Substring(String(decoding: bytes.prefix(4096), as: UTF8.self))
        if rest.first == "\u{FEFF}" { rest.removeFirst() }
        while true {
            rest = rest.drop(while: \.isWhitespace)
            let end: String? =
                rest.hasPrefix("<?")
                ? "?>" : rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<!") ? ">" : nil
            guard let end else { return rest.prefixMatch(of: /<svg[\s>\/]/) != nil }
            guard let found = rest.firstRange(of: end) else { return false }
            rest = rest[found.upperBound...]
        }
    }
}
