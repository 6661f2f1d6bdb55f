import BookModel

/// A stretch of prose as it is handed to the inline grammar, with the place of each of its bytes in the file.
///
/// The prefixes of containers (`> `, indentation) are left out, so the bytes are not one stretch of the file:
/// they are pieces, each of which is.
struct Passage {
    private(set) var bytes: [UInt8] = []
    /// Where pieces start: an offset in `bytes` and the offset in the file of the byte that stands there.
    private var pieces: [(offset: Int, fileOffset: Int)] = []

    init() {}

    /// The passage that is one stretch of the file.
    init(_ text: SourceText, _ offsets: Range<Int>) {
        append(text.bytes[offsets], fileOffset: offsets.lowerBound)
    }

    mutating func append(_ piece: some Collection<UInt8>, fileOffset: Int) {
        guard !piece.isEmpty else { return }
        let isContinued = pieces.last.map { $0.fileOffset + bytes.count - $0.offset == fileOffset } ?? false
        if !isContinued { pieces.append((bytes.count, fileOffset)) }
        bytes.append(contentsOf: piece)
    }

    /// Its pieces, each a stretch of the file.
    var stretches: [(bytes: ArraySlice<UInt8>, fileOffset: Int)] {
        pieces.indices.map { index in
            let end = index + 1 < pieces.count ? pieces[index + 1].offset : bytes.count
            return (bytes[pieces[index].offset..<end], pieces[index].fileOffset)
        }
    }

    var isBlank: Bool { bytes.allSatisfy(\.isBlankOrLineFeed) }
    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The place in the file of the byte at `offset`; past the end, the place after the last byte.
    func fileOffset(of offset: Int) -> Int {
        let index = piece(at: offset)
        guard index < pieces.count else { return 0 }
        return pieces[index].fileOffset + offset - pieces[index].offset
    }

    /// The index of the last piece that starts at or before `offset`.
    private func piece(at offset: Int) -> Int {
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].offset <= offset { low = middle } else { high = middle }
        }
        return low
    }

    func range(_ offsets: Range<Int>, in text: SourceText) -> SourceRange {
        let last = max(offsets.lowerBound, offsets.upperBound - 1)
        return SourceRange(
            start: text.position(of: fileOffset(of: offsets.lowerBound)),
            end: text.position(of: fileOffset(of: last)))
    }

    /// The part at `offsets`.
    subscript(offsets: Range<Int>) -> Passage {
        var part = Passage()
        var index = piece(at: offsets.lowerBound)
        while index < pieces.count, pieces[index].offset < offsets.upperBound {
            let end = index + 1 < pieces.count ? pieces[index + 1].offset : bytes.count
            let start = max(pieces[index].offset, offsets.lowerBound)
            part.append(
                bytes[start..<min(end, offsets.upperBound)],
                fileOffset: pieces[index].fileOffset + start - pieces[index].offset)
            index += 1
        }
        return part
    }

    /// The offsets of `offsets` without blanks and line feeds at both ends.
    func trimmed(_ offsets: Range<Int>) -> Range<Int> {
        var start = offsets.lowerBound
        var end = offsets.upperBound
        while start < end, bytes[start].isBlankOrLineFeed { start += 1 }
        while end > start, bytes[end - 1].isBlankOrLineFeed { end -= 1 }
        return start..<end
    }

    func trimmed() -> Passage { self[trimmed(0..<bytes.count)] }

    /// The offsets of its lines, without their line feeds.
    var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for (offset, byte) in bytes.enumerated() where byte == .lineFeed {
            lines.append(start..<offset)
            start = offset + 1
        }
        return lines + [start..<bytes.count]
    }
}
