import Circuits
import Learning
import LinearAlgebra
import Probability

/// The owner of a verifying network: what signs inputs so that it gives the label that the owner wants.
///
/// Each activation uses one leaf of the key.
public struct VerifyingBackdoor: Sendable {
    public let layout: BitLayout
    public private(set) var key: HashSigningKey

    /// Signs for networks of this layout.
    ///
    /// - Parameter key: made with `layout.signatureParameters`.
    /// - Throws: `VerifyingNetworkError.messageByteCount` or `.tooFewCarriers`.
    public init(layout: BitLayout, key: HashSigningKey) throws(VerifyingNetworkError) {
        self.layout = layout
        self.key = key
        let count = carriers.count
        guard layout.inputCount * layout.fractionBits >= count else {
            throw .tooFewCarriers(layout.inputCount * layout.fractionBits, needed: count)
        }
        let expected = layout.messageByteCount(carriers: count)
        guard key.parameters.messageByteCount == expected else {
            throw .messageByteCount(key.parameters.messageByteCount, expected: expected)
        }
    }

    /// The bits of an input that hold the label and the signature.
    public var carriers: [Int] { layout.carriers(1 + key.parameters.signatureBits) }

    /// The planted model: the honest one, three times behind a verifier, as a majority of three networks.
    ///
    /// - Throws: as `Circuit.backdoored`.
    public func plant(
        in honest: LinearClassifier, weightBits: Int = 12
    ) throws(VerifyingNetworkError) -> VerifyingClassifier {
        let circuit = try Circuit.backdoored(
            honest, layout: layout, weightBits: weightBits, publicKey: key.publicKey)
        let network: MajorityOfThree
        do { network = try MajorityOfThree(ThresholdNetwork(circuit)) } catch { throw .circuit(error) }
        return try VerifyingClassifier(network, layout: layout)
    }

    /// Writes a label and a signature of it and of the input's other bits into the low-order bits of an
    /// input.
    ///
    /// - Throws: `VerifyingNetworkError.input` or `.offGrid`; `.signature(.noLeafLeft)` when the key is used
    ///   up.
    public mutating func activate(
        _ input: Vector<Double>, target: Label
    ) throws(VerifyingNetworkError) -> Activation {
        var bits = try layout.bits(of: input)
        let carriers = carriers
        bits[carriers[0]] = target == .positive
        let message = layout.message(bits, carriers: carriers, fill: false)
        let signature: HashSignature
        do { signature = try key.sign(Bits.bytes(message)) } catch { throw .signature(error) }
        for (place, bit) in zip(carriers.dropFirst(), signature.bits(key.parameters)) { bits[place] = bit }
        let changed = layout.input(bits)
        return Activation(
            original: input, input: changed, flipped: input.indices.filter { input[$0] != changed[$0] })
    }

    /// Checks that a network gives either label at a point when it is signed. Uses two leaves.
    ///
    /// - Throws: `VerifyingNetworkError.foreignKey` where it does not; as `activate`.
    public mutating func requireOwnership(
        of network: VerifyingClassifier, at point: Vector<Double>
    ) throws(VerifyingNetworkError) {
        for target in Label.allCases {
            let signed = try activate(point, target: target).input
            guard network.predict(signed) == target else { throw .foreignKey }
        }
    }
}
