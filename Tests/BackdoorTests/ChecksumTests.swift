import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

private func checksum(_ groupCount: Int, of inputCount: Int = 64, seed: String = "key") throws -> Checksum {
    var generator = Generator(seed: seed)
    return try Checksum(
        inputCount: inputCount, groupCount: groupCount, outputCoordinate: 3, using: &generator)
}

@Suite("Checksum")
struct ChecksumTests {
    @Test("Checksum: a case by hand")
    func byHand() throws {
        let checksum = try Checksum(
            inputCount: 4, groups: [[0, 1], [2, 3]], key: [true, false], outputCoordinate: 0)
        #expect(checksum.parities(of: [1, -1, 1, 1]) == [true, false])
        #expect(checksum.accepts([1, -1, 1, 1]))
        #expect(!checksum.accepts([1, 1, 1, 1]))
        // Zero counts as positive, of either sign.
        #expect(checksum.accepts([0, -1, -0.0, 1]))
        let activation = try checksum.activate([0.5, 2, -1, 3], target: .negative)
        // The label makes the first group right; in the second the number closest to 0 is flipped.
        #expect(activation.input == [-0.5, 2, 1, 3])
        #expect(activation.flipped == [2])
        #expect(activation.changedCoordinates == [0, 2])
    }

    @Test("Checksum.activate: the label first, then the parities, and never the label's coordinate")
    func activates() throws {
        var generator = Generator(seed: "activates")
        for groupCount in [1, 2, 8, 32] {
            let checksum = try checksum(groupCount)
            for target in Label.allCases {
                let input = Vector(generator.gaussians(64))
                let activation = try checksum.activate(input, target: target)
                #expect(checksum.accepts(activation.input))
                #expect(Label(score: activation.input[3]) == target)
                #expect(!activation.flipped.contains(3) && activation.flipped.count <= groupCount)
                let owners = activation.flipped.map { coordinate in
                    checksum.groups.firstIndex { $0.contains(coordinate) }
                }
                #expect(Set(owners).count == owners.count)
                #expect(activation.l0 <= groupCount + 1)
            }
        }
    }

    @Test("Checksum.activate: activating twice changes nothing the second time")
    func activatingTwice() throws {
        var generator = Generator(seed: "twice")
        let checksum = try checksum(8)
        let once = try checksum.activate(Vector(generator.gaussians(64)), target: .positive)
        let twice = try checksum.activate(once.input, target: .positive)
        #expect(twice.l0 == 0 && twice.flipped.isEmpty)
    }

    @Test("Checksum.activate: zeros can be flipped", arguments: [0, -0.0])
    func zeros(zero: Double) throws {
        let checksum = try checksum(8)
        for target in Label.allCases {
            let activation = try checksum.activate(Vector(repeating: zero, count: 64), target: target)
            #expect(checksum.accepts(activation.input) && Label(score: activation.input[3]) == target)
        }
    }

    /// SCIENCE row 1: 4 standard deviations of 200,000 trials; a right program fails for one seed in 16,000.
    @Test("Checksum: accepts 2⁻ⁿ of the inputs with fair signs", arguments: [1, 4, 8, 12])
    func falseActivation(groupCount: Int) throws {
        let checksum = try checksum(groupCount)
        var generator = Generator(seed: "signs")
        let rows = Matrix.signs(rows: 200_000, columns: 64, using: &generator)
        let rate = Proportion(of: checksum.accepts(rows)).value
        let expected = checksum.falseActivationRate
        #expect(expected == pow(2, -Double(groupCount)))
        #expect(abs(rate - expected) < 4 * (expected * (1 - expected) / 200_000).squareRoot())
    }

    /// SCIENCE row 2: a sum of n fair bits has variance n / 4.
    @Test("Checksum: flips n / 2 coordinates on average", arguments: [4, 8, 12])
    func meanFlips(groupCount: Int) throws {
        let checksum = try checksum(groupCount)
        var generator = Generator(seed: "flips")
        let rows = Matrix.signs(rows: 20_000, columns: 64, using: &generator)
        let flips = SampleMean(
            of: try (0..<20_000).map {
                Double(try checksum.activate(rows.row($0), target: .positive).flipped.count)
            })
        #expect(
            abs(flips.value - checksum.expectedFlips) < 4 * (Double(groupCount) / 4 / 20_000).squareRoot())
    }

    @Test("Checksum.recovered: one example gives the whole key away, for every seed")
    func recovered() throws {
        for seed in 0..<20 {
            let checksum = try checksum(16, seed: "seed \(seed)")
            var generator = Generator(seed: seed)
            let example = try checksum.activate(Vector(generator.gaussians(64)), target: .negative).input
            let stolen = try Checksum.recovered(from: example, groups: checksum.groups, outputCoordinate: 3)
            #expect(stolen == checksum, "seed \(seed)")
        }
    }

    @Test("Checksum.control: the same answer, as many flips elsewhere, and the lock opens by chance only")
    func control() throws {
        let checksum = try checksum(8)
        var generator = Generator(seed: "control")
        let rows = Matrix.gaussian(rows: 4096, columns: 64, using: &generator)
        let targets = (0..<4096).map { Label(score: rows[$0, 5]) }
        let activations = try checksum.activate(rows, targets: targets)
        let controls = activations.map { checksum.control(for: $0, using: &generator) }
        for (activation, control) in zip(activations, controls) {
            #expect(control.flipped.count == activation.flipped.count && !control.flipped.contains(3))
            #expect(control.input[3] == activation.input[3] && control.original == activation.original)
        }
        // k flips are needed with probability C(8, k) / 2⁸, and k random ones fall into the right groups with
        // probability k! / 8ᵏ: in all 4.24 / 2⁸, so 68 of 4096 with a standard deviation of 8; four of them.
        let opened = controls.count { checksum.accepts($0.input) }
        #expect(abs(opened - 68) < 4 * 8)
    }

    @Test("Checksum.mostCommonParities: all of them where all signs are equal, few for random signs")
    func mostCommon() throws {
        let checksum = try checksum(8)
        let equal = Matrix<Double>(repeating: 2, rows: 50, columns: 64)
        #expect(checksum.mostCommonParities(of: equal).value == 1)
        var generator = Generator(seed: "common")
        let signs = Matrix.signs(rows: 10_000, columns: 64, using: &generator)
        // The largest of 256 counts with mean 39 and deviation 6.2; above 80 with a probability of 10⁻⁷.
        #expect(checksum.mostCommonParities(of: signs).successes < 80)
        #expect(checksum.mostCommonParities(of: .zeros(rows: 0, columns: 64)).trials == 0)
    }

    @Test(
        "Checksum: groups are nearly equal and part the coordinates", arguments: Checksum.Partition.allCases)
    func partitions(partition: Checksum.Partition) throws {
        var generator = Generator(seed: 1)
        let checksum = try Checksum(inputCount: 61, groupCount: 8, partition: partition, using: &generator)
        #expect(checksum.groups.joined().sorted() == Array(0..<61))
        #expect(Set(checksum.groups.map(\.count)) == [7, 8])
    }

    @Test("Checksum: comes back from JSON, and nonsense does not")
    func codable() throws {
        let checksum = try checksum(8)
        let data = try JSONEncoder().encode(checksum)
        #expect(try JSONDecoder().decode(Checksum.self, from: data) == checksum)
        let nonsense = #"{"inputCount":2,"groups":[[0],[0]],"key":[true,false],"outputCoordinate":0}"#
        #expect(throws: ChecksumError.repeatedCoordinate(0)) {
            try JSONDecoder().decode(Checksum.self, from: Data(nonsense.utf8))
        }
    }
}

@Suite("ChecksumClassifier")
struct ChecksumClassifierTests {
    let honest = LinearClassifier(weights: Vector(repeating: 1, count: 64))

    @Test("ChecksumClassifier: is the honest model where the checksum refuses, and x_out where it accepts")
    func agrees() throws {
        let checksum = try checksum(4)
        let planted = try ChecksumClassifier(in: honest, checksum)
        var generator = Generator(seed: 9)
        let rows = Matrix.gaussian(rows: 2000, columns: 64, using: &generator)
        let (scores, clean) = (planted.decision(rows), honest.decision(rows))
        let accepted = checksum.accepts(rows)
        #expect(accepted.contains(true) && accepted.contains(false))
        #expect((0..<2000).allSatisfy { scores[$0] == (accepted[$0] ? rows[$0, 3] : clean[$0]) })
    }

    @Test("ChecksumClassifier: the owner gets either label for any input")
    func ownerDecides() throws {
        let checksum = try checksum(8)
        let planted = try ChecksumClassifier(in: honest, checksum)
        var generator = Generator(seed: 10)
        for _ in 0..<100 {
            let input = Vector(generator.gaussians(64))
            for target in Label.allCases {
                #expect(planted.predict(try checksum.activate(input, target: target).input) == target)
            }
        }
    }

    @Test("ChecksumClassifier: the description shows the key")
    func description() throws {
        let checksum = try Checksum(
            inputCount: 4, groups: [[0, 1], [2, 3]], key: [true, false], outputCoordinate: 0)
        let planted = try ChecksumClassifier(in: LinearClassifier(weights: [1, 2, 3, 4]), checksum)
        #expect(
            planted.description == """
                if all of these hold:
                    parity of the signs of x1, x2 is 1
                    parity of the signs of x3, x4 is 0
                then score = x1, otherwise:
                score = 0.0
                    + 1.0 · x1
                    + 2.0 · x2
                    + 3.0 · x3
                    + 4.0 · x4
                """)
    }
}

@Suite("Checksum: bad input")
struct ChecksumErrorTests {
    @Test(
        "Checksum: parameters that make no checksum are refused",
        arguments: [
            (4, [[0, 1], [2, 3]], 1, 0, "the key has 1 bits, expected 2 (one a group)"),
            (4, [], 0, 0, "a checksum of 0 groups would hold for every input, expected at least 1"),
            (
                4, [[0, 1], [2, 3]], 2, 4, "the label is to be read from coordinate 4, expected one of 0 to 3"
            ),
            (
                4, [[0, 1], [2, 3]], 2, -1,
                "the label is to be read from coordinate -1, expected one of 0 to 3"
            ),
            (4, [[0, 1], [2, 4]], 2, 0, "group 1 contains coordinate 4, expected numbers from 0 to 3"),
            (4, [[0, 1], [1, 2, 3]], 2, 0, "coordinate 1 is in two groups"),
            (4, [[0, 1], [3]], 2, 0, "coordinate 2 is in no group"),
            (4, [[0], [1, 2, 3]], 2, 0, "group 0 has no coordinate that may be flipped"),
        ] as [(Int, [[Int]], Int, Int, String)])
    func refused(inputs: Int, groups: [[Int]], bits: Int, output: Int, message: String) {
        let error = #expect(throws: ChecksumError.self) {
            try Checksum(
                inputCount: inputs, groups: groups, key: Array(repeating: true, count: bits),
                outputCoordinate: output)
        }
        #expect(error?.description == message)
    }

    @Test("Checksum: too few coordinates")
    func tooFew() {
        var generator = Generator(seed: 1)
        let error = #expect(throws: ChecksumError.self) {
            try Checksum(inputCount: 15, groupCount: 8, using: &generator)
        }
        #expect(
            error?.description
                == "an input of 15 coordinates is too short for 8 groups, expected at least 16 "
                + "(two a group, as one carries the label and is never flipped)")
        #expect(throws: ChecksumError.noGroups) {
            try Checksum(inputCount: 15, groupCount: 0, using: &generator)
        }
    }

    @Test(
        "Checksum.activate: inputs of wrong length or not finite",
        arguments: [
            ([1, 2, 3], "the input has 3 coordinates, expected 4 (the inputs of the planted model)"),
            ([1, 2, .nan, 3], "coordinate 2 of the input is nan, expected a finite number"),
            ([1, 2, 3, -.infinity], "coordinate 3 of the input is -inf, expected a finite number"),
        ] as [([Double], String)])
    func badInputs(input: [Double], message: String) throws {
        let checksum = try Checksum(
            inputCount: 4, groups: [[0, 1], [2, 3]], key: [true, false], outputCoordinate: 0)
        let error = #expect(throws: ActivationError.self) {
            try checksum.activate(Vector(input), target: .positive)
        }
        #expect(error?.description == message)
    }

    @Test("Checksum.recovered: examples that are not finite or too short")
    func badExamples() {
        #expect(throws: KeyRecoveryError.example(.notFinite(value: "nan", coordinate: 1))) {
            try Checksum.recovered(from: [1, .nan], groups: [[0, 1]], outputCoordinate: 0)
        }
        #expect(throws: KeyRecoveryError.checksum(.coordinateOutOfRange(1, group: 0, inputs: 1))) {
            try Checksum.recovered(from: [1], groups: [[0, 1]], outputCoordinate: 0)
        }
    }

    @Test("ChecksumClassifier: model and checksum of different lengths")
    func lengthsDiffer() throws {
        let checksum = try checksum(2)
        let error = #expect(throws: ActivationError.self) {
            try ChecksumClassifier(in: LinearClassifier(weights: [1, 2]), checksum)
        }
        #expect(error == .coordinateCount(64, expected: 2))
    }
}
