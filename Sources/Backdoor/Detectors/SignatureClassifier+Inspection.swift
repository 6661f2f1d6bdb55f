import Learning
import LinearAlgebra

// A tool that opens a model at its layers meets those of the model inside; the verifier has none. Whoever reads
// the model sees the verifier, and needs no tool.

extension SignatureClassifier: HiddenLayerModel where Base: HiddenLayerModel {
    public var hiddenUnitCount: Int { base.hiddenUnitCount }
    public func hiddenUnits(of rows: Matrix<Double>) -> Matrix<Double> { base.hiddenUnits(of: rows) }
    public func scores(ofHidden units: Matrix<Double>) -> Matrix<Double> { base.scores(ofHidden: units) }
}

extension SignatureClassifier: RandomlyInitialized where Base: RandomlyInitialized {
    public var initialWeights: [(weights: Matrix<Double>, law: WeightLaw)] { base.initialWeights }
}
