internal import Glibc
import Learning
import LinearAlgebra
import Probability

/// STRIP: an input with a trigger keeps its answer whatever is laid over it.
///
/// Clean rows are added to an input, the sums are cut to the range of the clean rows' values, and the mean
/// entropy of the model's answers is taken. An input whose entropy is below what clean rows seldom reach is
/// rejected. The score of a model is the share of the arrivals that are rejected.
///
/// Source: Gao, Xu, Wang, Chen, Ranasinghe and Nepal 2019; the score of a model is ours.
public struct SuperposedEntropy: Detector, Hashable, Codable {
    /// How many clean rows are laid over each input.
    public let overlays: Int
    /// What every overlay is multiplied by before it is added.
    public let weight: Double
    /// The share of clean rows that may be rejected.
    public let falseRejections: Double

    /// - Throws: `DetectorError.setting`.
    public init(
        overlays: Int = 20, weight: Double = 0.5, falseRejections: Double = 0.02
    ) throws(DetectorError) {
        try DetectorError.check(overlays > 0, "STRIP", "\(overlays) overlays, expected at least 1")
        try DetectorError.check(
            weight > 0 && weight.isFinite, "STRIP", "overlays times \(weight), expected a number above 0")
        try DetectorError.check(
            falseRejections > 0 && falseRejections < 1, "STRIP",
            "a share of \(falseRejections) false rejections, expected between 0 and 1")
        self.overlays = overlays
        self.weight = weight
        self.falseRejections = falseRejections
    }

    public var name: String { "STRIP" }
    public var needs: Set<DetectorNeed> { [.answers, .cleanRows, .arrivals] }

    public func cost(of dossier: Dossier) -> ObserverCost {
        let inputs = Double((dossier.cleanRows?.count ?? 0) + (dossier.arrivals?.rowCount ?? 0))
        return ObserverCost(count: inputs * Double(overlays), operation: "questions")
    }

    public func suspicion(_ dossier: Dossier, using coins: inout Generator) throws(DetectorError) -> Double {
        guard let arrivals = dossier.arrivals, let clean = dossier.cleanRows?.features else { return 0 }
        let honest = try entropies(of: clean, in: dossier, using: &coins)
        let arrived = try entropies(of: arrivals, in: dossier, using: &coins)
        do {
            let least = try OrderedSample(honest).quantile(falseRejections)
            return Proportion(of: arrived.map { $0 < least }).value
        } catch {
            throw .statistics(error)
        }
    }

    /// The mean entropy of the answers to each input under overlays, in nats.
    ///
    /// - Parameter rows: n × d.
    /// - Returns: n numbers from 0 to the logarithm of the number of classes.
    /// - Throws: `DetectorError.notApplicable` where there are no clean rows to lay over.
    public func entropies(
        of rows: Matrix<Double>, in dossier: Dossier, using coins: inout Generator
    ) throws(DetectorError) -> [Double] {
        guard let clean = dossier.cleanRows?.features, clean.rowCount > 0 else {
            throw .notApplicable(detector: name, reason: DetectorNeed.cleanRows.absence(from: dossier.model))
        }
        let values = clean.elements
        let range = (values.min() ?? 0)...(values.max() ?? 0)
        var sums = [Double](repeating: 0, count: rows.rowCount)
        for _ in 0..<overlays {
            let chosen = (0..<rows.rowCount).map { _ in coins.integer(below: clean.rowCount) }
            let mixed = rows.combineElements(with: clean.rows(chosen)) { [weight] input, overlay in
                min(max(input + weight * overlay, range.lowerBound), range.upperBound)
            }
            let scores = dossier.model.scores(of: mixed)
            for row in sums.indices { sums[row] += scores.row(row).softmaxEntropy }
        }
        return sums.map { $0 / Double(overlays) }
    }
}

extension Vector<Double> {
    /// −Σ p ln p of the softmax p of the scores.
    ///
    /// ln Σ exp(s) − Σ p s, with the largest score taken away first.
    var softmaxEntropy: Double {
        let largest = self.max() ?? 0
        let powers = map { exp($0 - largest) }
        let total = powers.reduce(0, +)
        let mean = zip(powers, self).reduce(0) { $0 + $1.0 * ($1.1 - largest) } / total
        return log(total) - mean
    }
}
