import Learning
import LinearAlgebra
import Probability

/// The owner of a model with a checksum in it.
public struct ChecksumOwner<Base: Classifier>: BackdoorOwner {
    public let model: ChecksumClassifier<Base>
    /// The key; the owner's is that of the model.
    public let checksum: Checksum

    public init(of model: ChecksumClassifier<Base>) {
        self.init(of: model, checksum: model.checksum)
    }

    private init(of model: ChecksumClassifier<Base>, checksum: Checksum) {
        self.model = model
        self.checksum = checksum
    }

    public func activate(_ input: Vector<Double>, target: Label) throws(ActivationError) -> Activation {
        try checksum.activate(input, target: target)
    }

    public func isOpened(by input: Vector<Double>) -> Bool { model.checksum.accepts(input) }

    /// Somebody with another key to the same groups; the key is drawn, so it is the same once in 2ⁿ times.
    public func stranger(using generator: inout Generator) -> ChecksumOwner {
        ChecksumOwner(of: model, checksum: checksum.withKey(generator.bits(checksum.key.count)))
    }
}
