/// A ZIP archive whose bytes depend on nothing but what is in it: every time is 1 January 1980, the first that
/// the format knows.
///
/// Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. Archives here have less than 65,536 files and
/// 4 GB, so that they need no ZIP64.
package struct ZipArchive {
    enum Method: UInt16 {
        case stored = 0
        case deflated = 8
    }

    private struct Entry {
        let name: [UInt8]
        let method: Method
        let checksum: UInt32
        let size: Int
        let contents: [UInt8]
    }

    private var entries: [Entry] = []

    package init() {}

    /// Adds a file, compressed where that makes it smaller.
    package mutating func add(_ name: String, _ bytes: [UInt8], compressing: Bool = true) {
        let smaller =
            compressing ? Deflate.compressed(bytes).flatMap { $0.count < bytes.count ? $0 : nil } : nil
        entries.append(
            Entry(
                name: Array(name.utf8), method: smaller == nil ? .stored : .deflated,
                checksum: Deflate.checksum(bytes), size: bytes.count, contents: smaller ?? bytes))
    }

    /// The archive: each file after its header, in the order in which they were added, then the list of all.
    package func bytes() -> [UInt8] {
        var archive: [UInt8] = []
        var list: [UInt8] = []
        for entry in entries {
            let place = archive.count
            archive +=
                Self.little(0x0403_4B50 as UInt32) + Self.fields(of: entry) + entry.name + entry.contents
            // Written by version 2.0 of the format; no comment, no attributes.
            list += Self.little(0x0201_4B50 as UInt32) + Self.little(20 as UInt16) + Self.fields(of: entry)
            list += Self.little(0 as UInt16) + Self.little(0 as UInt16) + Self.little(0 as UInt16)
            list += Self.little(0 as UInt32) + Self.little(UInt32(place)) + entry.name
        }
        let count = UInt16(entries.count)
        return archive + list + Self.little(0x0605_4B50 as UInt32) + Self.little(0 as UInt32)
            + Self.little(count)
            + Self.little(count) + Self.little(UInt32(list.count)) + Self.little(UInt32(archive.count))
            + Self.little(0 as UInt16)
    }

    /// What the header of a file and its line in the list share: from the version needed to the length of the
    /// extra field.
    private static func fields(of entry: Entry) -> [UInt8] {
        // Bit 11: the name is UTF-8.
        let flags: UInt16 = entry.name.contains { $0 >= 0x80 } ? 1 << 11 : 0
        let day: UInt16 = 1 << 5 | 1
        return little(20 as UInt16) + little(flags) + little(entry.method.rawValue) + little(0 as UInt16)
            + little(day) + little(entry.checksum) + little(UInt32(entry.contents.count))
            + little(UInt32(entry.size)) + little(UInt16(entry.name.count)) + little(0 as UInt16)
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
