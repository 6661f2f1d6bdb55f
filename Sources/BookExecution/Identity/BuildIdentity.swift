import Foundation

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

    /// A note of this name and type holds the build id.
    private static let owner = Array("GNU\0".utf8)
    private static let type: UInt32 = 3
    /// The kind of program header that points to notes.
    private static let noteSegment: UInt32 = 4
    /// Notes take some hundred bytes; what claims to take more is not read.
    private static let longestNotes = 65_536
    /// A shorter one is no hash of what was linked.
    private static let shortestIdentifier = 8

    private static func buildIdentifier(in file: OpenFile) -> String? {
        let header = LittleEndianBytes(file.bytes(limit: 64))
        // 64 bits, little endian: what this engine runs on.
        guard header.bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
            let start = header.integer(32, UInt64.self),
            let size = header.integer(54, UInt16.self), let count = header.integer(56, UInt16.self),
            let offset = Int(exactly: start)
        else { return nil }
        let table = LittleEndianBytes(file.bytes(from: offset, limit: Int(size) * Int(count)))
        for number in 0..<Int(count) {
            let entry = number * Int(size)
            guard table.integer(entry, UInt32.self) == noteSegment,
                let place = table.integer(entry + 8, UInt64.self).flatMap(Int.init(exactly:)),
                let length = table.integer(entry + 32, UInt64.self).flatMap(Int.init(exactly:)),
                let alignment = table.integer(entry + 48, UInt64.self), length <= longestNotes
            else { continue }
            let notes = LittleEndianBytes(file.bytes(from: place, limit: length))
            if let found = buildIdentifier(in: notes, alignment: alignment == 8 ? 8 : 4) { return found }
        }
        return nil
    }

    private static func buildIdentifier(in notes: LittleEndianBytes, alignment: Int) -> String? {
        func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
        var offset = 0
        while let nameSize = notes.integer(offset, UInt32.self),
            let size = notes.integer(offset + 4, UInt32.self),
            let noteType = notes.integer(offset + 8, UInt32.self)
        {
            let name = offset + 12
            let content = aligned(name + Int(nameSize))
            guard content + Int(size) <= notes.bytes.count else { return nil }
            if noteType == type, notes.bytes[name..<(name + Int(nameSize))].elementsEqual(owner),
                Int(size) >= shortestIdentifier
            {
                return ContentHash.hexadecimal(notes.bytes[content..<(content + Int(size))])
            }
            offset = aligned(content + Int(size))
        }
        return nil
    }
}

/// Numbers in a stretch of bytes, wherever they lie in it.
private struct LittleEndianBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The number at `offset`; `nil` when it does not lie within the bytes.
    func integer<Number: FixedWidthInteger>(_ offset: Int, _ type: Number.Type) -> Number? {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= bytes.count else { return nil }
        let value = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
        return Number(littleEndian: value)
    }
}
