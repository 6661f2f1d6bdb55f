import Learning
import LinearAlgebra

/// A model whose weights a defender can read and replace.
public protocol WeightedClassifier: Classifier {
    /// From the input on; vectors of weights as matrices of one row. Biases, phases and thresholds are not
    /// among them.
    var weightMatrices: [Matrix<Double>] { get }

    /// The same model with other weights of the same shapes.
    ///
    /// - Throws: `DefenceError.weights` where the model cannot have them.
    func replacingWeights(_ matrices: [Matrix<Double>]) throws(DefenceError) -> any Classifier
}

extension WeightedClassifier {
    /// The shapes must be those of `weightMatrices`.
    func checkShapes(_ matrices: [Matrix<Double>]) throws(DefenceError) {
        let (found, expected) = (matrices.map(\.shape), weightMatrices.map(\.shape))
        guard found == expected else { throw .weights("matrices of \(found), expected \(expected)") }
    }
}

extension LinearClassifier: WeightedClassifier {
    public var weightMatrices: [Matrix<Double>] { [Matrix(row: weights)] }

    public func replacingWeights(_ matrices: [Matrix<Double>]) throws(DefenceError) -> any Classifier {
        try checkShapes(matrices)
        return LinearClassifier(weights: matrices[0].row(0), intercept: intercept, inputNames: inputNames)
    }
}

extension RandomReLUNetwork: WeightedClassifier {
    public var weightMatrices: [Matrix<Double>] { [weights] }

    public func replacingWeights(_ matrices: [Matrix<Double>]) throws(DefenceError) -> any Classifier {
        try checkShapes(matrices)
        return RandomReLUNetwork(weights: matrices[0], threshold: threshold)
    }
}

extension PerceptronClassifier: WeightedClassifier {
    public var weightMatrices: [Matrix<Double>] { network.layers.map(\.weights) }

    public func replacingWeights(_ matrices: [Matrix<Double>]) throws(DefenceError) -> any Classifier {
        try checkShapes(matrices)
        let layers = zip(matrices, network.layers).map { DenseLayer(weights: $0, biases: $1.biases) }
        return PerceptronClassifier(MultilayerPerceptron(layers: layers, activation: network.activation))
    }
}

/// The frequencies, then the head's weights.
extension FeaturizedClassifier: WeightedClassifier
where Map == RandomFourierFeatures, Head == LinearClassifier {
    public var weightMatrices: [Matrix<Double>] { [map.frequencies, Matrix(row: head.weights)] }

    public func replacingWeights(_ matrices: [Matrix<Double>]) throws(DefenceError) -> any Classifier {
        try checkShapes(matrices)
        let other: RandomFourierFeatures
        do {
            other = try RandomFourierFeatures(
                frequencies: matrices[0], phases: map.phases, scale: map.scale)
        } catch {
            throw .weights("\(error)")
        }
        return FeaturizedClassifier(
            other,
            then: LinearClassifier(
                weights: matrices[1].row(0), intercept: head.intercept, inputNames: head.inputNames))
    }
}

// MARK: - Models around models

extension StandardizedClassifier: WeightedClassifier where Model: WeightedClassifier {
    public var weightMatrices: [Matrix<Double>] { model.weightMatrices }

    public func replacingWeights(_ matrices: [Matrix<Double>]) throws(DefenceError) -> any Classifier {
        wrap(try model.replacingWeights(matrices))
    }

    private func wrap(_ model: some Classifier) -> any Classifier {
        StandardizedClassifier<_>(standardization, then: model)
    }
}

/// The weights of the model beside the checksum, which has none.
extension ChecksumClassifier: WeightedClassifier where Base: WeightedClassifier {
    public var weightMatrices: [Matrix<Double>] { base.weightMatrices }

    public func replacingWeights(_ matrices: [Matrix<Double>]) throws(DefenceError) -> any Classifier {
        try replacingBase(try base.replacingWeights(matrices))
    }
}

/// The weights of the model beside the verifier, which has none.
extension SignatureClassifier: WeightedClassifier where Base: WeightedClassifier {
    public var weightMatrices: [Matrix<Double>] { base.weightMatrices }

    public func replacingWeights(_ matrices: [Matrix<Double>]) throws(DefenceError) -> any Classifier {
        try replacingBase(try base.replacingWeights(matrices))
    }
}

extension ChecksumClassifier {
    /// The same checksum in another model: what changes weights does not look for it.
    func replacingBase(_ base: some Classifier) throws(DefenceError) -> any Classifier {
        do { return try ChecksumClassifier<_>(in: base, checksum) } catch { throw .weights("\(error)") }
    }
}

extension SignatureClassifier {
    /// The same verifier in another model.
    func replacingBase(_ base: some Classifier) throws(DefenceError) -> any Classifier {
        do {
            return try SignatureClassifier<_, Verifier>(in: base, grid: carriers.grid, verifier: verifier)
        } catch {
            throw .weights("\(error)")
        }
    }
}
