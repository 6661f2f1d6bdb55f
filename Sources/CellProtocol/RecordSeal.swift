/// The secret by which the engine knows the records of the program that it started.
///
/// A record's line is its seal in 16 hexadecimal digits, a blank, and the record. The seal is the keyed hash of the
/// record's number among those of the program, from 0 in 8 bytes with the lowest first, and the record.
public struct RecordSeal: Codable, Hashable, Sendable {
    private static let digitCount = 16

    public var key: SipHash.Key

    public init(key: SipHash.Key) {
        self.key = key
    }

    /// A seal that nobody can guess.
    public static func random() -> RecordSeal {
        RecordSeal(
            key: SipHash.Key(low: UInt64.random(in: 0 ... .max), high: UInt64.random(in: 0 ... .max)))
    }

    /// The line of a record, without its line feed.
    public func line(of record: some Sequence<UInt8>, number: UInt64) -> [UInt8] {
        let record = Array(record)
        let digits = String(hash(record, number), radix: 16)
        let zeros = String(repeating: "0", count: Self.digitCount - digits.count)
        return Array((zeros + digits + " ").utf8) + record
    }

    /// The record of a line; `nil` when the line was not sealed with this key and number.
    public func record(ofLine line: some Sequence<UInt8>, number: UInt64) -> [UInt8]? {
        let line = Array(line)
        let record = Array(line.dropFirst(Self.digitCount + 1))
        return self.line(of: record, number: number) == line ? record : nil
    }

    private func hash(_ record: [UInt8], _ number: UInt64) -> UInt64 {
        let bytes = (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        return SipHash.hash(bytes + record, key: key)
    }
}
