/// The parts of an ELF file that the engine reads: notes and sections, of 64-bit little-endian files.
struct ELFFile {
    struct Note {
        let owner: [UInt8]
        let type: UInt32
        let content: [UInt8]
    }

    private let file: OpenFile
    private let header: LittleEndianBytes

    /// `nil` for what is no such file.
    init?(_ file: OpenFile) {
        self.file = file
        header = LittleEndianBytes(file.bytes(limit: 64))
        guard header.bytes.count == 64, header.bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
            return nil
        }
    }

    /// The notes of a linked file.
    var notes: [Note] {
        // The kind of program header that points to notes.
        let noteSegment: UInt32 = 4
        // Notes take some hundred bytes; what claims to take more is not read.
        let longest = 65_536
        let table = Table(
            start: header.offset(32), size: header.integer(54), count: header.integer(56), in: file)
        return table.entries.flatMap { entry -> [Note] in
            guard entry.integer(0) == noteSegment, let place = entry.offset(8), let length = entry.offset(32),
                length <= longest, let alignment = entry.offset(48)
            else { return [] }
            return Self.notes(
                in: LittleEndianBytes(file.bytes(from: place, limit: length)),
                alignment: alignment == 8 ? 8 : 4)
        }
    }

    /// The content of a section; `nil` when the file has none of this name.
    func section(_ name: String) -> [UInt8]? {
        let table = Table(
            start: header.offset(40), size: header.integer(58), count: header.integer(60), in: file)
        let entries = table.entries
        guard let place: UInt16 = header.integer(62), entries.indices.contains(Int(place)),
            let names = content(of: entries[Int(place)])
        else { return nil }
        for entry in entries {
            guard let start: UInt32 = entry.integer(0), names.indices.contains(Int(start)) else { continue }
            if names[Int(start)...].prefix(while: { $0 != 0 }).elementsEqual(name.utf8) {
                return content(of: entry)
            }
        }
        return nil
    }

    private func content(of section: LittleEndianBytes) -> [UInt8]? {
        guard let place = section.offset(24), let length = section.offset(32), length <= file.length else {
            return nil
        }
        return file.bytes(from: place, limit: length)
    }

    private static func notes(in bytes: LittleEndianBytes, alignment: Int) -> [Note] {
        func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
        var notes: [Note] = []
        var offset = 0
        while let nameSize: UInt32 = bytes.integer(offset), let size: UInt32 = bytes.integer(offset + 4),
            let type: UInt32 = bytes.integer(offset + 8)
        {
            let name = offset + 12
            let content = aligned(name + Int(nameSize))
            guard content + Int(size) <= bytes.bytes.count else { break }
            notes.append(
                Note(
                    owner: Array(bytes.bytes[name..<(name + Int(nameSize))]), type: type,
                    content: Array(bytes.bytes[content..<(content + Int(size))])))
            offset = aligned(content + Int(size))
        }
        return notes
    }

    /// A table of equally long entries.
    private struct Table {
        let entries: [LittleEndianBytes]

        init(start: Int?, size: UInt16?, count: UInt16?, in file: OpenFile) {
            guard let start, let size = size.map(Int.init), let count = count.map(Int.init), size > 0 else {
                entries = []
                return
            }
            let bytes = file.bytes(from: start, limit: size * count)
            entries = (0..<(bytes.count / size)).map { number in
                LittleEndianBytes(Array(bytes[(number * size)..<((number + 1) * size)]))
            }
        }
    }
}

/// Numbers in a stretch of bytes, wherever they lie in it.
private struct LittleEndianBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The number at `offset`; `nil` when it does not lie within the bytes.
    func integer<Number: FixedWidthInteger>(_ offset: Int) -> Number? {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= bytes.count else { return nil }
        let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
        return Number(littleEndian: value)
    }

    /// The place or length in a file that stands at `offset`; `nil` when no file is that long.
    func offset(_ offset: Int) -> Int? {
        let value: UInt64? = integer(offset)
        return value.flatMap(Int.init(exactly:))
    }
}
