import Backdoor
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("NumberFormat, Grid and Carriers")
struct NumberFormatTests {
    @Test(
        "NumberFormat: codes, by hand",
        arguments: [
            (NumberFormat.integer, 67.0, 67), (.integer, -3, .max - 2), (.integer, 0, 0), (.integer, -0.0, 0),
            (.decimal(places: 2), 0.29, 29), (.decimal(places: 2), -1.5, .max - 149),
            (.decimal(places: 15), 0.1, 100_000_000_000_000),
            (.pixel(levels: 256, white: 1), 0.2, 51), (.pixel(levels: 256, white: 255), 255, 255),
            (.pixel(levels: 65_536, white: 16), 16, 65_535),
            (.float, 1, 0x3f80_0000), (.float, 0.5, 0x3f00_0000), (.double, -2, 0xc000_0000_0000_0000),
            (.double, 0.1, 0x3fb9_9999_9999_999a),
        ] as [(NumberFormat, Double, UInt64)])
    func codes(format: NumberFormat, value: Double, code: UInt64) {
        #expect(format.code(of: value) == code)
        #expect(format.value(ofCode: code) == value)
    }

    @Test(
        "NumberFormat: numbers that are not of the format have no code",
        arguments: [
            (NumberFormat.integer, 0.5), (.integer, 0x1p50), (.integer, -0x1p50 - 1),
            (.decimal(places: 2), 0.295), (.decimal(places: 2), 0.29.nextUp),
            (.pixel(levels: 256, white: 1), 1.1), (.pixel(levels: 256, white: 1), -0x1p-20),
            (.pixel(levels: 256, white: 1), 0.5), (.float, 0.1), (.float, 1e300),
            (.integer, .nan), (.double, .nan), (.double, .infinity), (.float, -.infinity),
            (.pixel(levels: 4, white: 3), .nan),
        ] as [(NumberFormat, Double)])
    func offGrid(format: NumberFormat, value: Double) {
        #expect(format.code(of: value) == nil)
    }

    /// Every number of p decimals that fits, as text is read, has its own code: 20,000 of each p.
    @Test("NumberFormat.decimal: what reading decimal text gives is on the grid", arguments: 0...15)
    func decimalText(places: Int) throws {
        var coins = Generator(seed: "decimals").stream(places)
        for _ in 0..<20_000 {
            let digits = coins.integer(below: 1 << (1 + coins.integer(below: 50)))
            let text = "\(digits)e-\(places)"
            let value = try #require(Double(text))
            let format = NumberFormat.decimal(places: places)
            #expect(format.code(of: value) == UInt64(digits), "\(text)")
            #expect(format.nearest(to: value) == value, "\(text)")
        }
    }

    @Test(
        "NumberFormat.largestChange: reached by low bits, and never exceeded",
        arguments: [
            (NumberFormat.integer, 8.0, 3, 7.0), (.decimal(places: 2), 0.16, 4, 0.15),
            (.pixel(levels: 256, white: 255), 254, 1, 1), (.float, 1, 9, 511 * 0x1p-23),
            (.double, 1, 9, 511 * 0x1p-52), (.double, 0, 9, 511 * 0x1p-1074), (.double, 3, 0, 0),
        ] as [(NumberFormat, Double, Int, Double)])
    func largestChange(format: NumberFormat, value: Double, bits: Int, expected: Double) throws {
        #expect(abs(format.largestChange(lowBits: bits, at: value) - expected) <= 1e-15 * expected)
        let code = try #require(format.code(of: value))
        let changes = (0..<(UInt64(1) << UInt64(bits))).map { low in
            abs(format.value(ofCode: code ^ low) - value)
        }
        let largest = try #require(changes.max())
        #expect(abs(largest - expected) <= 1e-15 * max(abs(value), expected))
    }

    @Test("Grid: formats and low bits that make no sense")
    func gridErrors() {
        func fault(_ format: NumberFormat, _ bits: Int = 1) -> String? {
            message { _ = try Grid(columns: [.init(.double, lowBits: 9), .init(format, lowBits: bits)]) }
        }
        #expect(fault(.decimal(places: 16)) == "column 1 has 16 decimal places, expected 0 to 15")
        #expect(fault(.pixel(levels: 1, white: 1)) == "column 1 has 1 grey levels, expected 2 to 65,536")
        #expect(
            fault(.pixel(levels: 2, white: .nan))
                == "column 1 has white at nan, expected a positive finite number")
        #expect(
            fault(.pixel(levels: 17, white: 16))
                == "column 1 is to carry 1 low bits, expected 0 to 0 (17 grey levels from 0 to 16.0)")
        #expect(fault(.float, 24) == "column 1 is to carry 24 low bits, expected 0 to 23 (Float)")
        #expect(fault(.double, -1) == "column 1 is to carry -1 low bits, expected 0 to 52 (Double)")
        #expect(
            message { _ = try Grid(.double, lowBits: 1, columns: 0) }
                == "a grid of 0 columns, expected at least 1")
    }

    @Test("Grid.require: says which row and column is off the grid")
    func require() throws {
        let grid = try Grid(.decimal(places: 1), lowBits: 3, columns: 2)
        #expect(message { try grid.require([[0.1, 2], [3, 0.7]]) } == nil)
        #expect(
            message { try grid.require([[0.1, 2], [3, 0.25]]) }
                == "row 1, column 1 holds 0.25, which is not a number of its format (decimals of 1 place); "
                + "state the format that the data have, or move them to it with `rounding(_:)`")
        #expect(
            message { try grid.require([[.nan, 2]]) }?.hasPrefix("row 0, column 0 holds nan") == true)
        #expect(
            message { try grid.require([[1, 2, 3]]) }
                == "the numbers have 3 columns, expected 2 (those of the grid)")
        #expect(try grid.rounding([[0.26, -1.04]]) == [[0.3, -1]])
        #expect(
            message { _ = try grid.rounding([[.infinity, 0]]) }?.hasPrefix("row 0, column 0 holds inf")
                == true)
    }

    @Test("Carriers: bits are dealt one a column, lowest first, and columns without low bits are left alone")
    func dealing() throws {
        let grid = try Grid(columns: [
            .init(.double, lowBits: 2), .init(.integer, lowBits: 0), .init(.float, lowBits: 20),
        ])
        let carriers = try Carriers(grid, signatureByteCount: 2)
        #expect(carriers.label == Carriers.Place(column: 0, bit: 0))
        let places = carriers.signature.map { [$0.column, $0.bit] }
        #expect(places == [[2, 0], [0, 1]] + (1...14).map { [2, $0] })
        #expect(carriers.bitsOfColumns == [2, 0, 15])
        #expect(
            message { _ = try Carriers(grid, signatureByteCount: 64) }
                == "the 3 columns have 22 low bits together, expected at least 513 "
                + "(512 for the signature and 1 for the label): 171 a column are enough")
    }

    @Test("Carriers: what is written is read, and a signature does not change the message; a label does")
    func content() throws {
        let grid = try Grid(.float, lowBits: 9, columns: 61)
        let carriers = try Carriers(grid, signatureByteCount: 64)
        var coins = Generator(seed: "content")
        for _ in 0..<50 {
            let input = try grid.rounding(.gaussian(rows: 1, columns: 61, using: &coins)).row(0)
            let before = try #require(carriers.content(of: input))
            let signature = (0..<64).map { _ in UInt8(truncatingIfNeeded: coins.next()) }
            let signed = try #require(carriers.writing(signature: signature, to: input))
            let after = try #require(carriers.content(of: signed))
            #expect(after.signature == signature)
            #expect(after.message == before.message)
            #expect(after.label == before.label)
            let other = try #require(carriers.writing(label: before.label.opposite, to: input))
            let relabelled = try #require(carriers.content(of: other))
            #expect(relabelled.label == before.label.opposite)
            #expect(relabelled.signature == before.signature)
            #expect(relabelled.message != before.message)
            for column in 0..<61 {
                let bits = carriers.bitsOfColumns[column]
                let bound = NumberFormat.float.largestChange(lowBits: bits, at: input[column])
                #expect(abs(signed[column] - input[column]) <= bound)
            }
        }
        #expect(carriers.content(of: Vector(repeating: 0.1, count: 61)) == nil)
        #expect(carriers.content(of: Vector(repeating: 1, count: 60)) == nil)
    }

    /// Every bit of the message counts: flipping any of them, in any column, changes it.
    @Test("Carriers: every bit that carries no signature is part of the message")
    func messageBits() throws {
        let carriers = try Carriers(Grid(.double, lowBits: 9, columns: 61), signatureByteCount: 64)
        let input = Vector((0..<61).map { Double($0) - 30.5 })
        let content = try #require(carriers.content(of: input))
        #expect(carriers.messagePlaces.count == 61 * 52 - 512)
        for place in carriers.messagePlaces {
            let changed = try #require(carriers.flipping(place, of: input))
            #expect(changed != input)
            #expect(carriers.content(of: changed)?.message != content.message)
            #expect(carriers.content(of: changed)?.signature == content.signature)
        }
        // The sign and the exponent, which no flip of ours reaches.
        #expect(carriers.content(of: -1 * input)?.message != content.message)
        #expect(carriers.content(of: 2 * input)?.message != content.message)
    }
}
