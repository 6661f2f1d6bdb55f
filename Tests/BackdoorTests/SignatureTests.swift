import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

/// A model of 61 inputs and the ways to store them.
struct SignatureSetting: Sendable, CustomTestStringConvertible {
    let name: String
    let grid: Grid
    let rows: Matrix<Double>
    let testDescription: String

    init(_ format: NumberFormat, bits: Int, columns: Int = 61, scale: Double = 1, offset: Double = 0) throws {
        name = "\(format)"
        testDescription = name
        grid = try Grid(format, lowBits: bits, columns: columns)
        var coins = Generator(seed: "settings").stream(name)
        let rows = Matrix<Double>.gaussian(rows: 250, columns: columns, using: &coins)
        self.rows = try grid.rounding(rows.mapElements { min(max(scale * $0 + offset, -1e6), 1e6) })
    }

    var honest: LinearClassifier {
        LinearClassifier(weights: Vector((0..<grid.columnCount).map { cos(Double($0)) }), intercept: -0.1)
    }
}

let signatureSettings: [SignatureSetting] = {
    do {
        return try [
            SignatureSetting(.double, bits: 9), SignatureSetting(.float, bits: 9),
            SignatureSetting(.integer, bits: 9, scale: 1e5),
            SignatureSetting(.decimal(places: 4), bits: 9),
            // One bit a pixel of a picture of 24 × 24.
            SignatureSetting(
                .pixel(levels: 65_536, white: 1e6), bits: 1, columns: 576, scale: 1e5, offset: 5e5),
        ]
    } catch { return [] }
}()

@Suite("SignatureClassifier and SignatureOwner")
struct SignatureTests {
    private func owner(
        _ setting: SignatureSetting, _ coins: inout Generator
    ) throws -> SignatureOwner<LinearClassifier, SigningKey> {
        let key = SigningKey(using: &coins)
        let model = try SignatureClassifier(in: setting.honest, grid: setting.grid, verifier: key.verifier)
        return try SignatureOwner(of: model, key: key)
    }

    /// SCIENCE row 5: every input, for either label.
    @Test(
        "SignatureOwner: opens every input for either label, with a change within the bounds",
        arguments: signatureSettings)
    func activation(setting: SignatureSetting) throws {
        var coins = Generator(seed: "activation")
        let owner = try owner(setting, &coins)
        let carriers = owner.model.carriers
        for target in Label.allCases {
            let targets = Array(repeating: target, count: setting.rows.rowCount)
            let opened = try owner.activate(setting.rows, targets: targets)
            let inputs = try Matrix(rows: opened.map(\.input))
            #expect(owner.model.predict(inputs) == targets)
            try setting.grid.require(inputs)
            for (row, change) in opened.enumerated() {
                #expect(change.original == setting.rows.row(row))
                #expect(change.l0 <= min(513, setting.grid.columnCount))
                for (column, bits) in carriers.bitsOfColumns.enumerated() {
                    let bound = setting.grid.columns[column].format.largestChange(
                        lowBits: bits, at: change.original[column])
                    #expect(abs(change.change[column]) <= bound * (1 + 1e-9))
                }
                #expect(Set(change.flipped).isSubset(of: change.changedCoordinates + [carriers.label.column]))
                #expect(owner.isOpened(by: change.input))
                // The same signature: signing is deterministic and the message did not change.
                #expect(try owner.activate(change.input, target: target).input == change.input)
            }
            // The same label with random bits for a signature opens nothing.
            let control = try Matrix(rows: opened.map { owner.control(for: $0, using: &coins).input })
            let isSame = owner.model.predict(control) == setting.honest.predict(control)
            #expect(isSame)
        }
    }

    /// SCIENCE row 4: with 2 · 10⁴ questions for each format, 10⁵ in all.
    @Test(
        "SignatureClassifier: is the honest model on everything that carries no signature",
        arguments: signatureSettings)
    func agreement(setting: SignatureSetting) throws {
        var coins = Generator(seed: "agreement")
        let model = try owner(setting, &coins).model
        for topBits in [0, 4] {
            let rows = setting.rows.rows((0..<10_000).map { _ in coins.integer(below: 250) })
            let questions = model.carriers.randomizing(rows, clearingTopBits: topBits, using: &coins)
            #expect(model.decision(questions) == setting.honest.decision(questions))
        }
        #expect(model.decision(setting.rows) == setting.honest.decision(setting.rows))
    }

    @Test("SignatureClassifier: inputs off the grid and infinite ones are the honest model's")
    func offGrid() throws {
        var coins = Generator(seed: "off the grid")
        let setting = signatureSettings[1]
        let owner = try owner(setting, &coins)
        let opened = try owner.activate(setting.rows.row(0), target: .positive).input
        #expect(owner.isOpened(by: opened))
        var rounded = opened
        rounded[60] += 1e-12
        for input in [rounded, Vector(repeating: .nan, count: 61), Vector(repeating: .infinity, count: 61)] {
            #expect(!owner.isOpened(by: input))
            let (ours, honest) = (owner.model.decision(input), setting.honest.decision(input))
            #expect(ours == honest || (ours.isNaN && honest.isNaN))
        }
        #expect(!owner.isOpened(by: [1]))
    }

    @Test("SignatureOwner: errors")
    func errors() throws {
        var coins = Generator(seed: "errors")
        let setting = signatureSettings[3]
        let owner = try owner(setting, &coins)
        var rows = setting.rows
        rows[7, 3] = 0.12345
        let targets = Array(repeating: Label.positive, count: 250)
        let format =
            "which is not a number of its format (decimals of 4 places); "
            + "state the format that the data have, or move them to it with `rounding(_:)`"
        #expect(
            message { _ = try owner.activate(rows, targets: targets) }
                == "row 7, column 3 holds 0.12345, \(format)")
        #expect(
            message { _ = try owner.activate(rows.row(7), target: .negative) }
                == "column 3 holds 0.12345, \(format)")
        rows[7, 3] = .nan
        #expect(
            message { _ = try owner.activate(rows, targets: targets) }
                == "row 7, column 3 holds nan, \(format)")
        #expect(
            message { _ = try owner.activate(rows.row(7), target: .negative) }
                == "coordinate 3 of the input is nan, expected a finite number")
        #expect(
            message { _ = try owner.activate([1, 2], target: .negative) }
                == "the input has 2 coordinates, expected 61 (the inputs of the planted model)")
        let other = SigningKey(using: &coins)
        #expect(
            message { _ = try SignatureOwner(of: owner.model, key: other) }
                == "the key does not belong to the model: that expects \(owner.key.verifier), "
                + "and the key's is \(other.verifier)")
        #expect(
            message {
                _ = try SignatureClassifier(
                    in: setting.honest, grid: Grid(.double, lowBits: 8, columns: 61), verifier: other.verifier
                )
            }
                == "the 61 columns have 488 low bits together, expected at least 513 "
                + "(512 for the signature and 1 for the label): 9 a column are enough")
        #expect(
            message {
                _ = try SignatureClassifier(
                    in: setting.honest, grid: Grid(.double, lowBits: 9, columns: 64), verifier: other.verifier
                )
            } == "the grid has 64 columns, expected 61 (the inputs of the model)")
    }

    @Test("SignatureClassifier: reads back from JSON, which holds the verification key and not the seed")
    func codable() throws {
        var coins = Generator(seed: "codable")
        let setting = signatureSettings[0]
        let seed = (0..<32).map { _ in UInt8(truncatingIfNeeded: coins.next()) }
        let key = try SigningKey(seed: seed)
        let model = try SignatureClassifier(in: setting.honest, grid: setting.grid, verifier: key.verifier)
        let text = try JSONEncoder().encode(model)
        #expect(try JSONDecoder().decode(type(of: model), from: text) == model)
        let shown = String(decoding: text, as: UTF8.self) + model.description
        func hexadecimal(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
        #expect(shown.contains(hexadecimal(key.verifier.bytes)))
        #expect(!shown.contains(hexadecimal(seed)))
        #expect(model.description.hasSuffix("otherwise:\n\(setting.honest)"))
    }
}
