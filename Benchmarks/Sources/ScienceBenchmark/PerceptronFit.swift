import CBLAS
import Learning
import LinearAlgebra
import Probability

extension LearningMeasurements {
    static let reluPerceptron = perceptron(.relu)
    static let tanhPerceptron = perceptron(.tanh)

    /// Ten epochs of Adam; the mean loss of the last epoch is compared.
    private static func perceptron(_ activation: NetworkActivation) -> Measurement {
        Measurement(name: "perceptron-\(activation)") { inputs in
            let data = try inputs.dataset("perceptron")
            let training = PerceptronTraining(hiddenUnits: [100], activation: activation, epochs: 10)
            return Work(
                run: {
                    var last = Double.nan
                    _ = try training.fit(data, from: Generator(seed: 1)) { last = $1 }
                    return last
                },
                values: { [$0] },
                library: { multiplyByLibrary(data.features) })
        }
    }

    /// The two large products of a step, for every step: outputs of the hidden units, and the slopes of their
    /// weights. The products of one column are left out.
    private static func multiplyByLibrary(_ points: Matrix<Double>) {
        var hidden = [Double](repeating: 0.5, count: 200 * 100)
        var slopes = [Double](repeating: 0, count: 100 * 64)
        let weights = [Double](repeating: 0.1, count: 100 * 64)
        points.withUnsafeBufferPointer { x in
            for _ in 0..<10 {
                for start in stride(from: 0, to: points.rowCount, by: 200) {
                    let batch = x.baseAddress.map { $0 + start * 64 }
                    cblas_dgemm(
                        CblasRowMajor, CblasNoTrans, CblasTrans, 200, 100, 64, 1, batch, 64, weights, 64, 0,
                        &hidden, 100)
                    cblas_dgemm(
                        CblasRowMajor, CblasTrans, CblasNoTrans, 100, 64, 200, 1, hidden, 100, batch, 64, 0,
                        &slopes, 64)
                }
            }
        }
    }
}
