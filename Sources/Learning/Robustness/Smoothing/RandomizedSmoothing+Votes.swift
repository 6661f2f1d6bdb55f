import CallSites
import LinearAlgebra
import Probability

extension RandomizedSmoothing {
    /// How often the model calls x + η positive, η ~ N(0, σ² I).
    ///
    /// - Parameters:
    ///   - point: x, of the model's number of coordinates; another number stops the program.
    ///   - draws: at least 0.
    ///   - generator: draws come in blocks of 1024, block i from its stream i.
    public func positiveVotes(
        at point: Vector<Double>, draws: Int, of model: some Classifier, from generator: Generator,
        file: StaticString = #file, line: UInt = #line
    ) -> Proportion {
        require(draws >= 0, "\(draws) draws, expected at least 0", file, line)
        require(
            point.count == model.inputCount,
            "a point of \(point.count) coordinates for a model of \(model.inputCount) inputs", file, line)
        return positiveVotes(point, draws, model, generator)
    }

    func positiveVotes(
        _ point: Vector<Double>, _ draws: Int, _ model: some Classifier, _ generator: Generator
    ) -> Proportion {
        let size = 1024
        let counts = [Int](concurrently: (draws + size - 1) / size) { block in
            var coins = generator.stream(block)
            let inputs = noisy(point, count: min(size, draws - block * size), using: &coins)
            return model.decision(inputs).reduce(0) { $0 + (Label(score: $1) == .positive ? 1 : 0) }
        }
        return Proportion(successes: counts.reduce(0, +), trials: draws)
    }

    /// Independent draws of x + η, one a row.
    private func noisy(_ point: Vector<Double>, count: Int, using coins: inout Generator) -> Matrix<Double> {
        let width = point.count
        return Matrix(unsafeUninitializedRows: count, columns: width) { result in
            coins.fillWithGaussians(result)
            point.withUnsafeBufferPointer { point in
                for start in stride(from: 0, to: result.count, by: max(1, width)) {
                    for column in 0..<width {
                        result[start + column] = point[column] + noise * result[start + column]
                    }
                }
            }
        }
    }
}
