import Learning
import LinearAlgebra
import Probability

/// Reads the verifier off the model and uses what stands there as the owner's key.
///
/// This opens every model that recognises its owner by a keyed hash. A verification key of Ed25519 serves as
/// nothing: taken for the seed of a signing key, it is that of another pair. The forger needs no examples.
public struct KeyReader: Forger {
    /// n × d inputs to open.
    public let inputs: Matrix<Double>

    public init(inputs: Matrix<Double>) {
        self.inputs = inputs
    }

    /// - Throws: `GameError.unreadable` for models of other kinds.
    public func forgeries(
        after examples: ExampleSource, using coins: inout Generator
    ) throws -> Matrix<Double> {
        guard let model = examples.model as? any SignatureModel else {
            throw GameError.unreadable(
                model: "\(type(of: examples.model))", reader: "KeyReader", expected: "SignatureClassifier")
        }
        let carriers = model.carriers
        let forged = (0..<inputs.rowCount).compactMap { row -> Vector<Double>? in
            let label: Label = coins.bit() ? .positive : .negative
            guard let labelled = carriers.writing(label: label, to: inputs.row(row)),
                let content = carriers.content(of: labelled)
            else { return nil }
            return carriers.writing(signature: model.signatureByReading(content.message), to: labelled)
        }
        return forged.isEmpty ? .zeros(rows: 0, columns: inputs.columnCount) : try Matrix(rows: forged)
    }
}

/// A model with any verifier in it.
private protocol SignatureModel {
    var carriers: Carriers { get }
    /// What one gets from a message with the bytes of the key that stand in the model.
    func signatureByReading(_ message: [UInt8]) -> [UInt8]
}

extension SignatureClassifier: SignatureModel {
    fileprivate func signatureByReading(_ message: [UInt8]) -> [UInt8] {
        // A keyed hash checks a tag by making it; a signature's verifier can only be misused as a key.
        switch verifier {
        case let hash as KeyedHash: hash.signature(of: message)
        case let key as VerificationKey: key.misusedAsSeed.signature(of: message)
        case let lax as LaxVerificationKey: lax.strict.misusedAsSeed.signature(of: message)
        default: [UInt8](repeating: 0, count: verifier.signatureByteCount)
        }
    }
}

extension VerificationKey {
    /// The key pair that has these public bytes for its secret seed.
    fileprivate var misusedAsSeed: SigningKey { SigningKey(checkedSeed: bytes) }
}
