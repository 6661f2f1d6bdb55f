import CellProtocol
import Testing

/// The seal of records: what only the program of this run can make.
@Suite("A record's seal")
struct RecordSealTests {
    /// From the reference code of Aumasson and Bernstein: the bytes 0, 1, 2 … under the key 0, 1 … 15.
    @Test(
        "SipHash-2-4 of so many bytes",
        arguments: [
            0: 0x726f_db47_dd0e_0e31, 1: 0x74f8_39c5_93dc_67fd, 8: 0x93f5_f579_9a93_2462,
            15: 0xa129_ca61_49be_45e5, 63: 0x958a_324c_eb06_4572,
        ] as [Int: UInt64])
    func agreesWithTheReference(_ count: Int, _ hash: UInt64) {
        let key = SipHash.Key(low: 0x0706_0504_0302_0100, high: 0x0f0e_0d0c_0b0a_0908)
        #expect(SipHash.hash(Array((0..<count).map(UInt8.init)), key: key) == hash)
    }

    private let seal = RecordSeal(key: SipHash.Key(low: 1, high: 2))
    private let record = Array(#"{"a":1}"#.utf8)

    @Test func isReadBack() {
        let line = seal.line(of: record, number: 7)
        #expect(line.count == 17 + record.count)
        #expect(seal.record(ofLine: line, number: 7) == record)
    }

    @Test func everyFlippedBitIsFound() {
        let line = seal.line(of: record, number: 7)
        for bit in 0..<(line.count * 8) {
            var flipped = line
            flipped[bit / 8] ^= 1 << (bit % 8)
            #expect(seal.record(ofLine: flipped, number: 7) == nil, "bit \(bit)")
        }
    }

    @Test func belongsToItsPlaceAndItsRun() {
        let line = seal.line(of: record, number: 7)
        #expect(seal.record(ofLine: line, number: 8) == nil)
        #expect(RecordSeal.random().record(ofLine: line, number: 7) == nil)
        #expect(RecordSeal.random() != RecordSeal.random())
        #expect(seal.record(ofLine: line.prefix(10), number: 7) == nil)
        #expect(seal.record(ofLine: [], number: 0) == nil)
    }
}
