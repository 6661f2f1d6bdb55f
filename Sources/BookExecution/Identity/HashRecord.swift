import Foundation

/// The file in which hashes of files are remembered: a line for the clock, one for each file, and the hash of them all.
enum HashRecord {
    private static let format = "hashes 1"

    /// What a record holds; nothing when it is missing, damaged, or made before the clock was set.
    static func read(_ path: String, at now: ClockReading) -> [String: FileHashes.Entry] {
        guard let file = try? OpenFile(reading: path) else { return [:] }
        let bytes = file.bytes()
        let digits = 64
        guard bytes.count > digits + 1 else { return [:] }
        let content = bytes[..<(bytes.count - digits - 1)]
        let hash = bytes[content.endIndex..<(bytes.count - 1)]
        guard ContentHash.hex(of: Array(content)).utf8.elementsEqual(hash) else { return [:] }
        let lines = content.split(separator: UInt8(ascii: "\n"))
        guard let head = lines.first.map({ String(decoding: $0, as: UTF8.self) }),
            head.hasPrefix(format + " "),
            let offset = Int64(head.dropFirst(format.utf8.count + 1)),
            ClockReading(time: 0, offset: offset).isComparable(to: now)
        else { return [:] }
        var entries: [String: FileHashes.Entry] = [:]
        entries.reserveCapacity(lines.count)
        for line in lines.dropFirst() {
            if let (path, entry) = entry(line) { entries[path] = entry }
        }
        return entries
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (String, FileHashes.Entry)? {
        let words = line.split(separator: UInt8(ascii: " "), maxSplits: 6)
        guard words.count == 7, let device = number(words[0]), let inode = number(words[1]),
            let size = number(words[2]), let modified = number(words[3]), let changed = number(words[4])
        else { return nil }
        let stamp = FileStamp(
            device: UInt64(bitPattern: device), inode: UInt64(bitPattern: inode), size: size,
            modified: modified,
            changed: changed)
        return (
            String(decoding: words[6], as: UTF8.self),
            FileHashes.Entry(stamp: stamp, hash: String(decoding: words[5], as: UTF8.self))
        )
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64? {
        Int64(String(decoding: bytes, as: UTF8.self))
    }

    static func write(_ entries: [String: FileHashes.Entry], to path: String, at reading: ClockReading) {
        var text = "\(format) \(reading.offset)\n"
        for (path, entry) in entries.sorted(by: { $0.key < $1.key }) where !path.contains("\n") {
            let stamp = entry.stamp
            text += "\(Int64(bitPattern: stamp.device)) \(Int64(bitPattern: stamp.inode)) \(stamp.size) "
            text += "\(stamp.modified) \(stamp.changed) \(entry.hash) \(path)\n"
        }
        text += ContentHash.hex(of: Array(text.utf8)) + "\n"
        let url = URL(fileURLWithPath: path)
        try? FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? AtomicFile.write(Data(text.utf8), to: url.path)
    }
}
