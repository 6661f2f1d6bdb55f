internal import LinearAlgebra
public import Probability

extension IndistinguishabilityGame where Evidence == SampleCovariance {
    /// Noise against a spiked covariance whose spike is drawn anew each time.
    ///
    /// - Parameter samples: m, of how many points the observer is shown the covariance.
    public init(shape: SpikeShape, dimension: Int, strength: Double, samples: Int) {
        self.init(
            clean: { generator in
                try SampleCovariance(
                    of: Matrix(gaussianRows: samples, columns: dimension, using: &generator))
            },
            planted: { generator in
                let spike = try Spike(shape, dimension: dimension, using: &generator)
                let spiked = try SpikedCovariance(strength: strength, spike: spike)
                return try SampleCovariance(of: spiked.rows(samples, using: &generator))
            })
    }

    /// The advantage of a detector whose threshold was chosen on one half of the rounds and measured on the other.
    public func measure(
        _ detector: some SpikeDetector, rounds: Int, using generator: Generator
    ) throws -> Advantage {
        try measure(rounds: rounds, using: generator) { covariance, _ in try detector.score(covariance) }
    }

    /// The advantage of a detector with a given threshold.
    public func play(
        _ detector: some SpikeDetector, threshold: Double, rounds: Int, using generator: Generator
    ) throws -> Advantage {
        try play(rounds: rounds, using: generator) { covariance, _ in
            try detector.score(covariance) > threshold
        }
    }
}
