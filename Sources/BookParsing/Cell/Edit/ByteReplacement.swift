/// Bytes that take the place of others in a file.
public struct ByteReplacement: Hashable, Sendable {
    /// Offsets in the file; empty where something is put in.
    public let range: Range<Int>
    public let bytes: [UInt8]

    init(_ range: Range<Int>, _ bytes: some Sequence<UInt8>) {
        self.range = range
        self.bytes = Array(bytes)
    }

    /// The file with all replacements made.
    /// - Precondition: no two replacements overlap.
    public static func apply(_ replacements: [ByteReplacement], to file: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var next = 0
        for replacement in replacements.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            precondition(replacement.range.lowerBound >= next, "replacements overlap")
            result += file[next..<replacement.range.lowerBound]
            result += replacement.bytes
            next = replacement.range.upperBound
        }
        return result + file[next...]
    }
}
