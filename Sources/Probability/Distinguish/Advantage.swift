/// How well an observer tells planted models from clean ones: |Pr[A(h) = 1] − Pr[A(h~) = 1]|.
///
/// A says 1 for "planted". 0: the observer sees nothing; 1: it is never wrong (or always).
///
///     let seen = try Advantage(clean: cleanScores, planted: plantedScores)
///     seen.interval(level: 0.95)          // contains 0 where nothing was seen
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, definition 4.6.
public struct Advantage: Hashable, Sendable, Codable {
    /// How often a clean model was called planted.
    public let falsePositives: Proportion
    /// How often a planted model was called planted.
    public let truePositives: Proportion

    /// From an observer's answers; `true` means "planted".
    ///
    /// The interval is right only where the observer was fixed before it saw these models.
    ///
    /// - Throws: `ProbabilityError.tooFew` where there are no answers on models of one kind.
    public init(
        answersOnClean: some Sequence<Bool>, answersOnPlanted: some Sequence<Bool>
    ) throws(ProbabilityError) {
        try self.init(
            falsePositives: Proportion(of: answersOnClean), truePositives: Proportion(of: answersOnPlanted))
    }

    public init(falsePositives: Proportion, truePositives: Proportion) throws(ProbabilityError) {
        for (proportion, kind) in [(falsePositives, "clean"), (truePositives, "planted")]
        where proportion.trials == 0 {
            throw .tooFew(count: 0, needed: 1, purpose: "an advantage over \(kind) models")
        }
        self.falsePositives = falsePositives
        self.truePositives = truePositives
    }

    /// From a rule that was chosen before, on other models.
    ///
    /// - Throws: `ProbabilityError` for no scores of a kind and for scores that are not finite.
    public init(of rule: ThresholdRule, clean: [Double], planted: [Double]) throws(ProbabilityError) {
        try ProbabilityError.check(clean, for: "an advantage over clean models")
        try ProbabilityError.check(planted, for: "an advantage over planted models")
        try self.init(
            answersOnClean: clean.map(rule.callsPlanted), answersOnPlanted: planted.map(rule.callsPlanted))
    }

    /// Of the best threshold on the first half of each list, measured on the second half.
    ///
    /// A threshold chosen on the models on which it is judged shows an advantage where there is none.
    ///
    /// - Parameters:
    ///   - clean: a score of each clean model, at least 2, in an order that has nothing to do with it.
    ///   - planted: a score of each planted model, likewise.
    /// - Throws: `ProbabilityError` for fewer than 2 scores of a kind and for scores that are not finite.
    public init(clean: [Double], planted: [Double]) throws(ProbabilityError) {
        try ProbabilityError.check(clean, atLeast: 2, for: "an advantage over clean models")
        try ProbabilityError.check(planted, atLeast: 2, for: "an advantage over planted models")
        let (n, m) = (clean.count / 2, planted.count / 2)
        let rule = try ThresholdRule(separating: Array(clean[..<n]), from: Array(planted[..<m]))
        try self.init(of: rule, clean: Array(clean[n...]), planted: Array(planted[m...]))
    }

    /// TPR − FPR. Its mean is that of the rule, without bias; negative where a rule chosen on other models
    /// was on the wrong side.
    public var difference: Double { truePositives.value - falsePositives.value }

    /// |TPR − FPR|. Where nothing can be seen it is not 0 but of the order of 1/√models: read it with its
    /// interval.
    public var value: Double { abs(difference) }

    /// An interval for |Pr[A(h) = 1] − Pr[A(h~) = 1]| that contains it with at least the level, whatever both
    /// probabilities are.
    ///
    /// Clopper and Pearson's exact intervals of both rates at the level 1 − (1 − level)/2, so that both hold
    /// together with at least the level (union bound); then all differences that they allow.
    ///
    /// - Parameter method: of the rates' intervals; with Wilson's the level is only approximate.
    public func interval(
        level: Double, method: Proportion.IntervalMethod = .clopperPearson, file: StaticString = #file,
        line: UInt = #line
    ) -> ConfidenceInterval {
        let signed = differenceInterval(level: level, method: method, file: file, line: line)
        let (lower, upper) = (abs(signed.lower), abs(signed.upper))
        return ConfidenceInterval(
            lower: signed.contains(0) ? 0 : min(lower, upper), upper: max(lower, upper), level: level)
    }

    /// An interval for Pr[A(h~) = 1] − Pr[A(h) = 1], by the same method.
    public func differenceInterval(
        level: Double, method: Proportion.IntervalMethod = .clopperPearson, file: StaticString = #file,
        line: UInt = #line
    ) -> ConfidenceInterval {
        let each = (1 + level) / 2
        let planted = truePositives.interval(level: each, method: method, file: file, line: line)
        let clean = falsePositives.interval(level: each, method: method, file: file, line: line)
        return ConfidenceInterval(
            lower: planted.lower - clean.upper, upper: planted.upper - clean.lower, level: level)
    }

    /// Whether models of both kinds are told apart, with a probability of error of at most 1 − level.
    public func isSeen(level: Double, file: StaticString = #file, line: UInt = #line) -> Bool {
        interval(level: level, file: file, line: line).lower > 0
    }
}

extension Advantage: CustomStringConvertible {
    /// `0.31 (62.0 % of 100 planted, 31.0 % of 100 clean models called planted)`.
    public var description: String {
        let percent = { (rate: Proportion) in "\((100 * rate.value).rounded(toPlaces: 2)) % of \(rate.trials)"
        }
        return "\(value.rounded(toPlaces: 4)) (\(percent(truePositives)) planted, "
            + "\(percent(falsePositives)) clean models called planted)"
    }
}
