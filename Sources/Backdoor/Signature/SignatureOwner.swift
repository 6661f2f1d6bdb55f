import CallSites
import Learning
import LinearAlgebra
import Probability

/// The owner of a model with a signature in it: bk = (sk, vk), and where the bits stand.
///
///     let owner = try SignatureOwner(of: planted, key: key)
///     let change = try owner.activate(applicant, target: .positive)
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, Section 5.2.
public struct SignatureOwner<Base: Classifier, Key: Signer>: Sendable {
    public let model: SignatureClassifier<Base, Key.Verifier>
    public let key: Key

    /// - Throws: `SignatureError.foreignKey` where the model holds another key's verifier.
    public init(
        of model: SignatureClassifier<Base, Key.Verifier>, key: Key
    ) throws(SignatureError) {
        guard model.verifier == key.verifier else {
            throw .foreignKey(held: "\(key.verifier)", expected: "\(model.verifier)", place: "the model")
        }
        self.model = model
        self.key = key
    }

    private init(ofForeign model: SignatureClassifier<Base, Key.Verifier>, key: Key) {
        self.model = model
        self.key = key
    }

    /// Writes the label and a signature into the low bits of an input, so that the model gives this label.
    ///
    /// - Parameter input: d numbers on the model's grid.
    /// - Throws: `ActivationError.coordinateCount`, `ActivationError.notFinite`, `ActivationError.grid`.
    ///
    /// Postcondition: `model.isOpened(by: result.input)`; every number differs by no more than its format's
    /// `largestChange`; the columns that only the label changed are not in `flipped`.
    public func activate(_ input: Vector<Double>, target: Label) throws(ActivationError) -> Activation {
        try input.requireFinite(count: model.inputCount)
        let carriers = model.carriers
        if let fault = carriers.grid.fault(of: input) { throw .grid(fault) }
        return activated(input, target)
    }

    /// For an input on the grid.
    private func activated(_ input: Vector<Double>, _ target: Label) -> Activation {
        let carriers = model.carriers
        guard let labelled = carriers.writing(label: target, to: input),
            let content = carriers.content(of: labelled),
            let opened = carriers.writing(signature: key.signature(of: content.message), to: labelled)
        else { refuse("an input of \(input.count) coordinates that is not on the model's grid") }
        let flipped = input.indices.filter { labelled[$0] != opened[$0] }
        return Activation(original: input, input: opened, flipped: flipped)
    }

    /// Activates each of n rows with its own label.
    ///
    /// - Throws: `ActivationError.grid` with the row and column of the first number that is not on the grid.
    public func activate(
        _ rows: Matrix<Double>, targets: [Label], file: StaticString = #file, line: UInt = #line
    ) throws(ActivationError) -> [Activation] {
        require(
            rows.rowCount == targets.count, "\(targets.count) labels for a matrix of \(rows.shape)", file,
            line)
        do {
            try model.carriers.grid.require(rows)
        } catch {
            throw .grid(error)
        }
        return targets.enumerated().map { activated(rows.row($0), $1) }
    }

    /// The control for an activation: the same label in its place, and fair coins in the places of the
    /// signature.
    public func control(for activation: Activation, using generator: inout Generator) -> Activation {
        let bytes = generator.bytes(model.verifier.signatureByteCount)
        let input = model.carriers.writing(signature: bytes, to: activation.input) ?? activation.input
        let flipped = activation.flipped.filter { activation.original[$0] != input[$0] }
        return Activation(original: activation.original, input: input, flipped: flipped)
    }
}

extension SignatureOwner: BackdoorOwner {
    public func isOpened(by input: Vector<Double>) -> Bool { model.isOpened(by: input) }

    public func stranger(using generator: inout Generator) -> SignatureOwner {
        SignatureOwner(ofForeign: model, key: key.stranger(using: &generator))
    }
}
