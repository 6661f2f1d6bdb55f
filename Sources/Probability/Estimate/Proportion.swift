internal import CallSites
internal import Glibc

/// How often something happened: `successes` of `trials` independent trials of equal probability.
///
///     Proportion(successes: 3, trials: 20).interval(level: 0.95)     // [0.0321, 0.3789]
public struct Proportion: Hashable, Sendable, Codable, CustomStringConvertible {
    public let successes: Int
    public let trials: Int

    public init(successes: Int, trials: Int, file: StaticString = #file, line: UInt = #line) {
        require(trials >= 0, "\(trials) trials", file, line)
        require(
            successes >= 0 && successes <= trials, "\(successes) successes in \(trials) trials", file, line)
        self.successes = successes
        self.trials = trials
    }

    /// The proportion of outcomes that are `true`.
    public init(of outcomes: some Sequence<Bool>) {
        var (successes, trials) = (0, 0)
        for outcome in outcomes {
            trials += 1
            if outcome { successes += 1 }
        }
        self.init(successes: successes, trials: trials)
    }

    /// All experiments as one.
    public init(pooling proportions: some Sequence<Proportion>) {
        let total = proportions.reduce((0, 0)) { ($0.0 + $1.successes, $0.1 + $1.trials) }
        self.init(successes: total.0, trials: total.1)
    }

    /// successes / trials; NaN where there are no trials.
    public var value: Double { Double(successes) / Double(trials) }

    /// The estimated standard deviation of `value`: √(p(1−p)/trials). It is 0 where all trials agree.
    public var standardError: Double { (value * (1 - value) / Double(trials)).squareRoot() }

    /// The other outcome's proportion.
    public var complement: Proportion { Proportion(successes: trials - successes, trials: trials) }

    /// `15.0 % (150 of 1000)`.
    public var description: String {
        trials == 0 ? "no trials" : "\((100 * value).rounded(toPlaces: 2)) % (\(successes) of \(trials))"
    }
}

extension Proportion {
    /// How an interval for the probability is computed.
    public enum IntervalMethod: String, Hashable, Sendable, Codable, CaseIterable {
        /// Exact: contains the probability with at least the level, whatever it is and however few the
        /// trials.
        case clopperPearson
        /// Approximate: close to the level on average, shorter, never outside 0...1.
        case wilson
        /// Guaranteed by Hoeffding's inequality; also for trials of different probabilities. The longest.
        case hoeffding
    }

    /// An interval for the probability.
    ///
    /// - Parameter level: between 0 and 1.
    /// - Returns: a part of 0...1; all of it where there are no trials.
    public func interval(
        level: Double, method: IntervalMethod = .clopperPearson, file: StaticString = #file,
        line: UInt = #line
    ) -> ConfidenceInterval {
        require(level > 0 && level < 1, "level \(level) is not between 0 and 1", file, line)
        guard trials > 0 else { return ConfidenceInterval(lower: 0, upper: 1, level: level) }
        let (lower, upper) =
            switch method {
            case .clopperPearson: clopperPearson(tail: (1 - level) / 2)
            case .wilson: wilson(tail: (1 - level) / 2)
            case .hoeffding: hoeffding(tail: (1 - level) / 2)
            }
        return ConfidenceInterval(lower: lower, upper: upper, level: level)
    }

    /// The probabilities at which as many successes, or as few, have the given probability.
    private func clopperPearson(tail: Double) -> (Double, Double) {
        let (k, n) = (Double(successes), Double(trials))
        let lower = successes == 0 ? 0 : IncompleteBeta.quantile(tail, a: k, b: n - k + 1)
        let upper = successes == trials ? 1 : IncompleteBeta.upperQuantile(tail, a: k + 1, b: n - k)
        return (lower, upper)
    }

    /// The probabilities from which `value` is z standard deviations away.
    private func wilson(tail: Double) -> (Double, Double) {
        let z = -NormalDistribution.quantile(tail)
        let (k, n, square) = (Double(successes), Double(trials), z * z)
        let centre = (k + square / 2) / (n + square)
        let half = z * (value * (1 - value) * n + square / 4).squareRoot() / (n + square)
        let lower = successes == 0 ? 0 : max(0, centre - half)
        return (lower, successes == trials ? 1 : min(1, centre + half))
    }

    /// P(|value − p| ≥ t) ≤ 2 exp(−2 n t²).
    private func hoeffding(tail: Double) -> (Double, Double) {
        let half = (-log(tail) / (2 * Double(trials))).squareRoot()
        return (max(0, value - half), min(1, value + half))
    }
}
