import Learning
import LinearAlgebra
import Probability

/// The attacks on a model with a signature in it that only move the bits of examples about.
///
/// Each takes ordinary inputs, sees them opened as far as the budget goes, and offers one forgery for each
/// example.
public struct SignatureForger: Forger {
    public enum Attack: String, Hashable, Sendable, Codable, CaseIterable {
        /// Offers the examples again: open, and no forgeries.
        case replay
        /// Offers the examples with the other label, and their signatures.
        case relabelling
        /// Writes the label and signature of one example into another input.
        case transplant
        /// Flips one of the signature's bits, drawn at random.
        case signatureFlip
        /// Flips one of the message's bits, drawn at random among `Carriers.messagePlaces`.
        case messageFlip
        /// Joins R of one signature to S of the next, over the first one's message.
        case splicing
        /// Adds the group's order L to S once, which keeps S modulo L.
        case orderAddition

        /// In words.
        public var title: String {
            switch self {
            case .replay, .relabelling, .transplant, .splicing: rawValue
            case .signatureFlip: "signature flip"
            case .messageFlip: "message flip"
            case .orderAddition: "order addition"
            }
        }
    }

    public let attack: Attack
    /// Where the bits stand, which is no secret.
    public let carriers: Carriers
    /// n × d ordinary inputs.
    public let inputs: Matrix<Double>

    /// - Parameter inputs: n × d, at least 2 rows on the carriers' grid.
    /// - Throws: `GridError` where they are not on it; `GameError.nothingToAsk` for fewer than 2.
    public init(_ attack: Attack, carriers: Carriers, inputs: Matrix<Double>) throws {
        guard inputs.rowCount >= 2 else {
            throw GameError.nothingToAsk(distinguisher: "SignatureForger", missing: "2 inputs")
        }
        try carriers.grid.require(inputs)
        self.attack = attack
        self.carriers = carriers
        self.inputs = inputs
    }

    public func forgeries(
        after examples: ExampleSource, using coins: inout Generator
    ) throws -> Matrix<Double> {
        let rows = coins.sample(min(examples.left, inputs.rowCount), of: inputs.rowCount)
        let opened = try rows.map { row in
            try examples.example(of: inputs.row(row), target: coins.bit() ? .positive : .negative)
        }
        let forged = opened.indices.compactMap { index in
            forgery(
                from: opened[index], next: opened[(index + 1) % opened.count],
                input: inputs.row(rows[(index + 1) % opened.count]), &coins)
        }
        return forged.isEmpty ? .zeros(rows: 0, columns: inputs.columnCount) : try Matrix(rows: forged)
    }

    private func forgery(
        from example: Vector<Double>, next: Vector<Double>, input: Vector<Double>, _ coins: inout Generator
    ) -> Vector<Double>? {
        guard let content = carriers.content(of: example), let other = carriers.content(of: next) else {
            return nil
        }
        switch attack {
        case .replay: return example
        case .relabelling: return carriers.writing(label: content.label.opposite, to: example)
        case .transplant:
            return carriers.writing(label: content.label, signature: content.signature, to: input)
        case .signatureFlip:
            return carriers.flipping(
                carriers.signature[coins.integer(below: carriers.signature.count)], of: example)
        case .messageFlip:
            let places = carriers.messagePlaces
            return carriers.flipping(places[coins.integer(below: places.count)], of: example)
        case .splicing:
            let half = content.signature.count / 2
            return carriers.writing(
                signature: Array(content.signature[..<half] + other.signature[half...]), to: example)
        case .orderAddition:
            return LaxVerificationKey.addingOrder(to: content.signature)
                .flatMap { carriers.writing(signature: $0, to: example) }
        }
    }
}
