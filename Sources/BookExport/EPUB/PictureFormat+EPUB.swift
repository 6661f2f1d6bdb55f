import BookRendering

extension PictureFormat {
    /// The format of a picture by its bytes; `nil` for what is no whole picture, or not one that every reader of EPUB 3
    /// shows: WebP came with version 3.3, and what stands in a drawing by somebody else a reader may refuse.
    init?(shownByReaders bytes: [UInt8]) {
        guard let format = PictureFormat(contents: bytes), [.png, .jpg, .gif].contains(format),
            format != .png || Self.hasHeader(bytes)
        else { return nil }
        self = format
    }

    /// Whether the first chunk of a PNG is there, with something behind it.
    private static func hasHeader(_ bytes: [UInt8]) -> Bool {
        bytes.dropFirst(12).starts(with: "IHDR".utf8) && bytes.count > 32
    }
}
