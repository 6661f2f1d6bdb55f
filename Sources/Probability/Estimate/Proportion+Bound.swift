internal import CallSites

extension Proportion {
    /// A lower bound for the probability, exact by Clopper and Pearson: it is at most the probability with at
    /// least the given confidence, whatever the probability.
    ///
    /// It is the lower end of a two-sided interval of level 2 · confidence − 1, and exists for every
    /// confidence.
    ///
    /// - Parameter confidence: between 0 and 1.
    /// - Returns: a number in 0..<1; 0 where there are no successes.
    public func lowerBound(
        confidence: Double, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(
            confidence > 0 && confidence < 1, "confidence \(confidence) is not between 0 and 1", file, line)
        guard successes > 0 else { return 0 }
        return IncompleteBeta.quantile(
            1 - confidence, a: Double(successes), b: Double(trials - successes) + 1)
    }

    /// The exact two-sided p-value of a probability of ½: twice the probability, if it were ½, of a result
    /// at least as far on the same side; 1 where there are no trials.
    public var pValueOfFairCoin: Double {
        let larger = max(successes, trials - successes)
        // P(at least k of n) = I_½(k, n − k + 1).
        guard 2 * larger > trials else { return 1 }
        let tail = IncompleteBeta.tails(0.5, a: Double(larger), b: Double(trials - larger) + 1).lower
        return min(1, 2 * tail)
    }
}
