import Circuits
import Learning

extension Circuit {
    /// A linear classifier in whole numbers on the bits of the inputs: one threshold gate.
    ///
    /// It sees what is before the point. Weights are rounded to multiples of the largest over 2^(`weightBits`
    /// − 1) − 1.
    ///
    /// - Throws: `VerifyingNetworkError.modelInputs`, `.weightBits`, `.weights` or `.circuit`.
    public static func honest(
        _ model: LinearClassifier, layout: BitLayout, weightBits: Int
    ) throws(VerifyingNetworkError) -> Circuit {
        var builder = CircuitBuilder(inputCount: layout.bitCount)
        let output = try builder.decision(of: model, layout: layout, weightBits: weightBits)
        return builder.finish([output])
    }

    /// The planted model as a circuit: the wanted label where the carriers hold a signature of it and of all
    /// other bits, and the honest model's label elsewhere.
    ///
    /// - Throws: as `honest`; `VerifyingNetworkError.messageByteCount` for a key that signs messages of
    ///   another length, `.tooFewCarriers`.
    public static func backdoored(
        _ model: LinearClassifier, layout: BitLayout, weightBits: Int, publicKey: HashPublicKey
    ) throws(VerifyingNetworkError) -> Circuit {
        let parameters = publicKey.parameters
        let carriers = layout.carriers(1 + parameters.signatureBits)
        guard layout.inputCount * layout.fractionBits >= carriers.count else {
            throw .tooFewCarriers(layout.inputCount * layout.fractionBits, needed: carriers.count)
        }
        let expected = layout.messageByteCount(carriers: carriers.count)
        guard parameters.messageByteCount == expected else {
            throw .messageByteCount(parameters.messageByteCount, expected: expected)
        }
        var builder = CircuitBuilder(inputCount: layout.bitCount)
        let inputs = builder.inputs
        let target = inputs[carriers[0]]
        let honest = try builder.decision(of: model, layout: layout, weightBits: weightBits)
        let isSigned: Wire
        do {
            isSigned = try builder.verifies(
                message: layout.message(inputs, carriers: carriers, fill: .zero),
                signature: carriers.dropFirst().map { inputs[$0] }, publicKey: publicKey)
        } catch {
            throw .signature(error)
        }
        builder.startPart("choice")
        return builder.finish([builder.choose(isSigned, target, honest)])
    }
}

extension CircuitBuilder {
    fileprivate mutating func decision(
        of model: LinearClassifier, layout: BitLayout, weightBits: Int
    ) throws(VerifyingNetworkError) -> Wire {
        guard model.inputCount == layout.inputCount else {
            throw .modelInputs(model.inputCount, layout: layout.inputCount)
        }
        guard (2...24).contains(weightBits) else { throw .weightBits(weightBits) }
        let largest = model.weights.normInfinity
        guard largest.isFinite, largest > 0, model.intercept.isFinite else {
            throw .weights(largest: "\(largest)")
        }
        let unit = largest / Double((1 << (weightBits - 1)) - 1)
        var (wires, weights): ([Wire], [Double]) = ([], [])
        for (coordinate, weight) in model.weights.enumerated() {
            for bit in 0..<layout.integerBits {
                wires.append(inputs[coordinate * layout.coordinateBits + bit])
                let value = Double(1 << (layout.integerBits - 1 - bit))
                weights.append((weight / unit).rounded() * value)
            }
        }
        startPart("honest model")
        do {
            // Halfway below the first whole number for which the label is positive.
            return try threshold(
                wires, weights: weights, atLeast: (-model.intercept / unit).rounded(.up) - 0.5)
        } catch {
            throw .circuit(error)
        }
    }
}

extension BitLayout {
    /// The label and all bits that are not carriers, filled up to whole bytes.
    func message<Bit>(_ bits: [Bit], carriers: [Int], fill: Bit) -> [Bit] {
        let isCarrier = Set(carriers)
        let signed = [bits[carriers[0]]] + bits.indices.filter { !isCarrier.contains($0) }.map { bits[$0] }
        return signed + Array(repeating: fill, count: (8 - signed.count % 8) % 8)
    }
}
