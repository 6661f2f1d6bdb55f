/// The format of a picture, by its first bytes rather than its name.
enum PictureKind: String {
    case png
    case jpeg = "jpg"
    case gif
    case webp
    case avif

    /// `nil` for bytes that begin like none of them.
    init?(_ bytes: [UInt8]) {
        func text(_ start: Int, _ text: String) -> Bool { bytes.dropFirst(start).starts(with: text.utf8) }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), text(12, "IHDR"),
            bytes.count > 32
        {
            self = .png
        } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if text(0, "GIF87a") || text(0, "GIF89a") {
            self = .gif
        } else if text(0, "RIFF"), text(8, "WEBP") {
            self = .webp
        } else if text(4, "ftypavif") {
            self = .avif
        } else {
            return nil
        }
    }

    /// Whether every reader of EPUB 3 shows the format; WebP came with version 3.3.
    var isKnownToReaders: Bool { ![.webp, .avif].contains(self) }

    var type: String {
        switch self {
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .avif: "image/avif"
        }
    }
}
