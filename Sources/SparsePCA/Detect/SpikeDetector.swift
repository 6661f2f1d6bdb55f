internal import LinearAlgebra
public import Probability

/// One who is shown a covariance and says how much it looks as if there were a spike in it.
///
/// Every observer of the module is one of these, with what it costs and where it is proved to work. From which
/// score on it speaks of a spike is a question of its own: `NullCalibration` answers it for all of them,
/// `AnalyticThreshold` for those whose law is known.
public protocol SpikeDetector: Sendable {
    /// How it is called in a table.
    var name: String { get }
    /// Where theory says that it works.
    var regime: ProvenRegime { get }

    /// What a score costs beyond the covariance, which takes m n² / 2 multiplications.
    func cost(dimension: Int) -> ObserverCost

    /// A number that is the larger the more the covariance looks as if there were a spike in it.
    ///
    /// - Throws: `SparsePCAError`, among others for a solver that did not converge.
    func score(_ covariance: SampleCovariance) throws(SparsePCAError) -> Double
}

/// A detector that also says where the spike is.
public protocol SpikeFinder: SpikeDetector {
    /// Its guess, whether or not there is a spike.
    func spike(in covariance: SampleCovariance) throws(SparsePCAError) -> FoundSpike
}

/// A detector of whose score on noise the law is known.
public protocol AnalyticThreshold: SpikeDetector {
    /// Whether the threshold's probability is a theorem for every n and m, or an approximation for large ones.
    var guarantee: Guarantee { get }

    /// What the score of noise exceeds with a probability of at most `falseAlarmRate`.
    ///
    /// - Parameter falseAlarmRate: strictly between 0 and 1.
    func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double
}

/// Where an observer is proved to work.
public struct ProvenRegime: Hashable, Sendable, Codable, CustomStringConvertible {
    /// For example "θ > √(n/m)".
    public let condition: String
    /// Who proved it.
    public let source: String

    public init(condition: String, source: String) {
        self.condition = condition
        self.source = source
    }

    public var description: String { "\(condition) (\(source))" }
}

extension AnalyticThreshold {
    /// Whether it says that there is a spike, with its own threshold.
    public func seesSpike(
        in covariance: SampleCovariance, falseAlarmRate: Double
    ) throws(SparsePCAError) -> Bool {
        let threshold = threshold(
            samples: covariance.samples, dimension: covariance.dimension, falseAlarmRate: falseAlarmRate)
        return try score(covariance) > threshold
    }
}
