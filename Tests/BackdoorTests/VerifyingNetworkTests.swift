import Backdoor
import Circuits
import Learning
import LinearAlgebra
import Probability
import Testing

/// Eight inputs of 3 bits before and 24 after the point; a hash of 16 bits, 4 leaves.
private struct Small {
    let layout: BitLayout
    let honest: LinearClassifier
    var owner: VerifyingBackdoor
    let planted: VerifyingClassifier

    init(seed: Int = 0, treeHeight: Int = 2) throws {
        layout = try BitLayout(inputCount: 8, integerBits: 3, fractionBits: 24)
        honest = LinearClassifier(weights: [1, -2, 3, -4, 0.5, 0.25, -1, 2], intercept: -0.3)
        let sizes = try layout.signatureParameters(
            hashBits: 16, digestBits: 8, digitBits: 2, treeHeight: treeHeight)
        var coins = Generator(seed: "key").stream(seed)
        owner = try VerifyingBackdoor(layout: layout, key: HashSigningKey(sizes, using: &coins))
        planted = try owner.plant(in: honest)
    }

    func points(_ count: Int, seed: Int) throws -> Matrix<Double> {
        var coins = Generator(seed: seed)
        let whole = try Matrix(
            rows: count, columns: 8,
            elements: (0..<8 * count).map { _ in
                Double(coins.integer(below: 8))
            })
        return try layout.withRandomFractions(whole, using: &coins)
    }
}

@Suite("Verifying network")
struct VerifyingNetworkTests {
    @Test("BitLayout: a case by hand")
    func layout() throws {
        let layout = try BitLayout(inputCount: 2, integerBits: 2, fractionBits: 3)
        #expect(layout.step == 0.125 && layout.bitCount == 10)
        let bits = try layout.bits(of: [2.625, 0.25])
        #expect(bits == [true, false, true, false, true] + [false, false, false, true, false])
        var coins = Generator(seed: 1)
        let rows = try layout.withRandomFractions(Matrix(rows: [[2, 3], [0, 1]]), using: &coins)
        #expect(rows.elements.map { $0.rounded(.down) } == [2, 3, 0, 1])
        #expect(rows.elements.allSatisfy { ($0 * 8).rounded() == $0 * 8 })
    }

    @Test("VerifyingClassifier: the honest model in whole numbers on points without a signature")
    func honest() throws {
        let small = try Small()
        let points = try small.points(2000, seed: 1)
        let whole = points.mapElements { $0.rounded(.down) }
        let (labels, expected) = (small.planted.predict(points), small.honest.predict(whole))
        // The weights are rounded to 1/2047 of the largest, 4, and a point has 8 inputs of at most 7.
        let scores = small.honest.decision(whole)
        for row in 0..<2000 where scores[row].magnitude > 8 * 7 * 0.5 * 4 / 2047 {
            #expect(labels[row] == expected[row])
        }
        #expect(Set(labels).count == 2)
    }

    @Test("VerifyingBackdoor.activate: the wanted label for every point, and only low-order bits change")
    func activates() throws {
        for seed in 0..<5 {
            var small = try Small(seed: seed)
            let points = try small.points(4, seed: seed)
            for row in 0..<4 {
                let target = small.planted.predict(points.row(row)).opposite
                let activation = try small.owner.activate(points.row(row), target: target)
                #expect(small.planted.predict(activation.input) == target, "seed \(seed)")
                #expect(activation.lInfinity < 1 && activation.flipped == activation.changedCoordinates)
                for (before, after) in zip(activation.original, activation.input) {
                    #expect(before.rounded(.down) == after.rounded(.down))
                }
                // Without the signature the change of the low bits says nothing.
                let clean = try VerifyingClassifier(
                    MajorityOfThree(
                        ThresholdNetwork(
                            .honest(small.honest, layout: small.layout, weightBits: 12))),
                    layout: small.layout)
                #expect(clean.predict(activation.input) == target.opposite)
            }
            #expect(throws: VerifyingNetworkError.signature(.noLeafLeft(count: 4))) {
                try small.owner.activate(points.row(0), target: .positive)
            }
        }
    }

    @Test(
        "VerifyingClassifier: a flipped bit of an activated point does not activate"
    )
    func forgeries() throws {
        var small = try Small(treeHeight: 1)
        let point = try small.points(1, seed: 3).row(0)
        let target = small.planted.predict(point).opposite
        let activated = try small.owner.activate(point, target: target).input
        let bits = try small.layout.bits(of: activated)
        let whole = activated.mapElements { $0.rounded(.down) }
        var flipped: [Vector<Double>] = []
        for place in 0..<bits.count where place % 27 >= 3 {
            let (coordinate, bit) = (place / 27, place % 27 - 2)
            var input = activated
            let step = 1 / Double(1 << bit)
            input[coordinate] += bits[place] ? -step : step
            flipped.append(input)
        }
        #expect(flipped.allSatisfy { $0.mapElements { $0.rounded(.down) } == whole })
        let labels = small.planted.predict(try Matrix(rows: flipped))
        // The digest has 8 bits: a flipped bit of the message or the randomizer meets it for 1 in 256.
        #expect(labels.count { $0 == target } <= 5)
        let honest = small.planted.predict(point)
        #expect(labels.count { $0 == honest } >= labels.count - 5)
    }

    @Test("VerifyingClassifier: still active after any change of one parameter")
    func persists() throws {
        var small = try Small()
        let point = try small.points(1, seed: 4).row(0)
        let target = small.planted.predict(point).opposite
        let activated = try small.owner.activate(point, target: target).input
        let rows = try Matrix(rows: [point, activated])
        var coins = Generator(seed: "parameters")
        for _ in 0..<20 {
            let parameter = coins.integer(below: small.planted.network.parameterCount - 4)
            let value = 1e6 * coins.gaussian()
            let scores = small.planted.decision(rows, changing: [parameter: value])
            #expect(scores == [-target.sign, target.sign])
        }
    }

    @Test("VerifyingBackdoor.requireOwnership: the network's own key passes, another one does not")
    func ownership() throws {
        var (small, other) = (try Small(seed: 1), try Small(seed: 2))
        let point = try small.points(1, seed: 6).row(0)
        try small.owner.requireOwnership(of: small.planted, at: point)
        #expect(small.owner.key.leavesLeft == 2)
        #expect(throws: VerifyingNetworkError.foreignKey) {
            try other.owner.requireOwnership(of: small.planted, at: point)
        }
        #expect(
            "\(VerifyingNetworkError.foreignKey)"
                == "the signing key does not belong to the network: it gave one label "
                + "where both were signed")
    }

    @Test("VerifyingClassifier: points beside the grid count as the value below, NaN gives NaN")
    func edges() throws {
        let small = try Small()
        let scores = small.planted.decision(
            try Matrix(rows: [
                [1, 2, 3, 4, 5, 6, 7, 0], [1.00000001, 2, 3, 4, 5, 6, 7, -3],
                [1, 2, 3, 4, 5, 6, 99, 0], [1, 2, .nan, 4, 5, 6, 7, 0],
            ]))
        #expect(scores[0] == scores[1] && scores[0] == scores[2] && scores[3].isNaN)
    }

    @Test("Verifying network: what does not fit is refused, with numbers")
    func errors() throws {
        var small = try Small()
        #expect(throws: VerifyingNetworkError.tooFewCarriers(24, needed: 1 + 2 + 16 * 9)) {
            try BitLayout(inputCount: 8, integerBits: 3, fractionBits: 3).signatureParameters(
                hashBits: 16, digestBits: 8, digitBits: 2, treeHeight: 2)
        }
        #expect(throws: VerifyingNetworkError.layout(inputs: 0, integerBits: 1, fractionBits: 1)) {
            try BitLayout(inputCount: 0, integerBits: 1, fractionBits: 1)
        }
        var point = try small.points(1, seed: 5).row(0)
        point[2] = 1.0 / 3
        #expect(
            throws: VerifyingNetworkError.offGrid(value: 1.0 / 3, coordinate: 2, layout: small.layout)
        ) {
            try small.owner.activate(point, target: .positive)
        }
        point[2] = .nan
        #expect(throws: VerifyingNetworkError.input(.notFinite(value: "nan", coordinate: 2))) {
            try small.owner.activate(point, target: .positive)
        }
        let wide = LinearClassifier(weights: [1, 2])
        #expect(throws: VerifyingNetworkError.modelInputs(2, layout: 8)) {
            try small.owner.plant(in: wide)
        }
        #expect(throws: VerifyingNetworkError.weightBits(1)) {
            try small.owner.plant(in: small.honest, weightBits: 1)
        }
        #expect(throws: VerifyingNetworkError.weights(largest: "0.0")) {
            try small.owner.plant(in: LinearClassifier(weights: Vector(repeating: 0, count: 8)))
        }
        let other = try BitLayout(inputCount: 8, integerBits: 4, fractionBits: 24)
        #expect(throws: VerifyingNetworkError.messageByteCount(9, expected: 10)) {
            try VerifyingBackdoor(layout: other, key: small.owner.key)
        }
        #expect(throws: VerifyingNetworkError.circuit(.inputCount(224, expected: 216))) {
            try VerifyingClassifier(small.planted.network, layout: other)
        }
        #expect(
            "\(VerifyingNetworkError.tooFewCarriers(24, needed: 147))"
                == "24 low-order bits are too few for a label and a signature, which need 147: give the inputs "
                + "more bits after the point, or the signature fewer")
    }
}
