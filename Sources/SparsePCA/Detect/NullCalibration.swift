internal import CallSites
internal import LinearAlgebra
public import Probability

/// A detector's scores of noise, from which its threshold follows with an exact probability of a false alarm.
///
/// Of N draws of noise and one more, each is equally likely to be the one with rank r. So a covariance of noise
/// exceeds the r-th smallest of N scores with a probability of exactly (N + 1 − r)/(N + 1), whatever the law of
/// the scores, if the draws of the calibration are counted in; equal scores make it less.
///
///     let null = try NullCalibration(of: detector, samples: 400, dimension: 200, draws: 199, using: &coins)
///     let threshold = try null.threshold(falseAlarmRate: 0.05)
public struct NullCalibration: Hashable, Sendable, Codable {
    /// Of noise, the smallest first.
    public let scores: [Double]

    /// Draws noise and looks at it.
    ///
    /// - Parameters:
    ///   - samples: m, at least 1.
    ///   - dimension: n, at least 1.
    ///   - draws: N, at least 1.
    /// - Throws: what the detector throws.
    public init(
        of detector: some SpikeDetector, samples: Int, dimension: Int, draws: Int,
        using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) throws(SparsePCAError) {
        require(draws >= 1, "\(draws) draws of noise", file, line)
        var scores: [Double] = []
        for _ in 0..<draws {
            let noise = Matrix<Double>(gaussianRows: samples, columns: dimension, using: &generator)
            scores.append(try detector.score(SampleCovariance(of: noise)))
        }
        try self.init(scores: scores)
    }

    /// Scores of noise that were computed elsewhere.
    ///
    /// - Throws: `SparsePCAError.notFinite` and `.tooFewDraws`.
    public init(scores: [Double]) throws(SparsePCAError) {
        if let bad = scores.first(where: { !$0.isFinite }) {
            throw .notFinite(name: "a score of noise", value: "\(bad)")
        }
        self.scores = scores.sorted()
    }

    /// The smallest threshold that noise exceeds with a probability of at most `falseAlarmRate`.
    ///
    /// - Parameter falseAlarmRate: α, in (0, 1).
    /// - Throws: `SparsePCAError.tooFewDraws` unless N ≥ 1/α − 1.
    public func threshold(falseAlarmRate: Double) throws(SparsePCAError) -> Double {
        scores[try rank(falseAlarmRate) - 1]
    }

    /// The probability, at most α, with which noise exceeds `threshold(falseAlarmRate: α)`.
    public func level(falseAlarmRate: Double) throws(SparsePCAError) -> Double {
        Double(scores.count + 1 - (try rank(falseAlarmRate))) / Double(scores.count + 1)
    }

    /// (1 + the number of noise's scores that are at least this one) / (N + 1): at most α with a probability of at
    /// most α.
    public func pValue(of score: Double) -> Double {
        Double(1 + scores.count { $0 >= score }) / Double(scores.count + 1)
    }

    /// The smallest r with (N + 1 − r)/(N + 1) ≤ α.
    private func rank(_ falseAlarmRate: Double) throws(SparsePCAError) -> Int {
        guard falseAlarmRate > 0, falseAlarmRate < 1 else {
            throw .levelOutOfRange(name: "the false alarm rate", value: "\(falseAlarmRate)")
        }
        let total = Double(scores.count + 1)
        // Rounding in (N + 1) α must not cost a rank: 0.05 · 20 is 1.
        let allowed = Int((total * falseAlarmRate * (1 + 1e-12)).rounded(.down))
        guard allowed >= 1 else {
            let needed = Int((1 / falseAlarmRate * (1 - 1e-12)).rounded(.up)) - 1
            throw .tooFewDraws(scores.count, needed: needed, falseAlarmRate: falseAlarmRate)
        }
        return scores.count + 1 - allowed
    }
}
