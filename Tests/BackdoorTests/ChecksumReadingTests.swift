import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Checksum over lowest bits")
struct ChecksumReadingTests {
    @Test("Checksum: lowest bits of whole numbers, by hand")
    func byHand() throws {
        let checksum = try Checksum(
            inputCount: 4, groups: [[0, 1], [2, 3]], key: [true, false], outputCoordinate: 0,
            reading: .lowestBit(.integer))
        #expect(checksum.parities(of: [7, 4, -3, 1]) == [true, false])
        #expect(checksum.accepts([7, 4, -3, 1]))
        #expect(!checksum.accepts([7, 5, -3, 1]))
        // The label makes the first parity wrong, so the second number mends it; the last two are left alone.
        let activation = try checksum.activate([7, 4, -3, 1], target: .negative)
        #expect(activation.input == [6, 5, -3, 1])
        #expect(activation.flipped == [1])
        let model = try ChecksumClassifier(in: LinearClassifier(weights: [1, 1, 1, 1]), checksum)
        #expect(model.decision([7, 4, -3, 1]) == 1)
        #expect(model.decision(activation.input) == -1)
        #expect(model.decision([7, 5, -3, 1]) == 10)
        #expect(
            model.description.hasPrefix(
                """
                if all of these hold:
                    parity of the lowest bits (whole numbers) of x1, x2 is 1
                    parity of the lowest bits (whole numbers) of x3, x4 is 0
                then score = 1 or −1 by the lowest bit of x1, otherwise:
                """))
    }

    /// Rows 1 to 3 of SCIENCE: 2 · 10⁵ inputs, tolerances of four standard deviations.
    @Test(
        "Checksum: opens once in 2⁻ⁿ and costs n/2 flips, of one step each",
        arguments: [
            NumberFormat.double, .float, .decimal(places: 3),
        ])
    func rates(format: NumberFormat) throws {
        let grid = try Grid(format, lowBits: 1, columns: 64)
        var coins = Generator(seed: "rates").stream("\(format)")
        let lock = try Checksum(
            inputCount: 64, groupCount: 8, partition: .shuffled, reading: .lowestBit(format), using: &coins)
        var (open, flips) = (0, 0)
        for _ in 0..<20 {
            let rows = try grid.rounding(.gaussian(rows: 10_000, columns: 64, using: &coins))
            open += lock.accepts(rows).count { $0 }
            for row in 0..<500 {
                let change = try lock.activate(rows.row(row), target: coins.bit() ? .positive : .negative)
                #expect(lock.accepts(change.input))
                flips += change.flipped.count
                let bounds = change.original.map { format.largestChange(lowBits: 1, at: $0) }
                #expect(zip(change.change, bounds).allSatisfy { abs($0) <= $1 * (1 + 1e-9) })
            }
        }
        #expect(abs(Double(open) / 200_000 - 1 / 256) < 0.00056)
        // 10,000 inputs, each with deviation √2.
        #expect(abs(Double(flips) / 10_000 - 4) < 4 * 2.0.squareRoot() / 100)
    }

    @Test("Checksum: one example gives the key of lowest bits away too")
    func recovered() throws {
        var coins = Generator(seed: "recovered")
        let lock = try Checksum(
            inputCount: 64, groupCount: 16, partition: .shuffled, reading: .lowestBit(.double), using: &coins)
        let rows = Matrix<Double>.gaussian(rows: 1001, columns: 64, using: &coins)
        let example = try lock.activate(rows.row(0), target: .positive).input
        let stolen = try Checksum.recovered(
            from: example, groups: lock.groups, outputCoordinate: 0, reading: .lowestBit(.double))
        #expect(stolen == lock)
        for row in 1...1000 {
            #expect(lock.accepts(try stolen.activate(rows.row(row), target: .negative).input))
        }
        let text = try JSONEncoder().encode(lock)
        #expect(try JSONDecoder().decode(Checksum.self, from: text) == lock)
    }

    @Test("Checksum: formats without a free lowest bit, and numbers that are not of the format")
    func errors() throws {
        func lock(_ format: NumberFormat) throws -> Checksum {
            try Checksum(
                inputCount: 2, groups: [[0, 1]], key: [true], outputCoordinate: 0, reading: .lowestBit(format)
            )
        }
        #expect(
            message { _ = try lock(.pixel(levels: 17, white: 16)) }
                == "the lowest bit of 17 grey levels from 0 to 16.0 cannot be changed for every number, "
                + "so it can carry nothing")
        #expect(
            message { _ = try lock(.decimal(places: -1)) }
                == "the numbers have -1 decimal places, expected 0 to 15")
        let whole = try lock(.integer)
        #expect(
            message { _ = try whole.activate([1, 0.5], target: .positive) }
                == "column 1 holds 0.5, which is not a number of its format (whole numbers); "
                + "state the format that the data have, or move them to it with `rounding(_:)`")
        #expect(!whole.accepts([1, 0.5]))
        #expect(!whole.accepts([.nan, 2]))
        #expect(whole.parities(of: [1, 0.5]) == [false])
    }
}
