import Probability

/// What a distinguisher thought of each model.
public struct GameScores: Hashable, Sendable, Codable {
    /// A score of each clean model, in the order in which they were drawn.
    public let clean: [Double]
    /// A score of each planted model, likewise.
    public let planted: [Double]

    public init(clean: [Double], planted: [Double]) {
        self.clean = clean
        self.planted = planted
    }

    init<Model>(
        clean: [Model], planted: [Model], using generator: Generator,
        _ score: (Model, inout Generator) throws -> Double
    ) throws {
        func scored(_ models: [Model], _ coins: Generator) throws -> [Double] {
            try models.enumerated().map { number, model in
                var coins = coins.stream(number)
                return try score(model, &coins)
            }
        }
        self.init(
            clean: try scored(clean, generator.stream("clean")),
            planted: try scored(planted, generator.stream("planted")))
    }

    /// Of the best threshold on the first half of either list, judged on the second half.
    ///
    /// - Throws: `ProbabilityError` for fewer than 2 scores of a kind and for scores that are not finite.
    public func advantage() throws(ProbabilityError) -> Advantage {
        try Advantage(clean: clean, planted: planted)
    }

    /// Of the best threshold on these models, judged on the same models: too large, and without a valid
    /// interval.
    ///
    /// Where clean and planted scores have one continuous distribution this is the statistic of Kolmogorov and
    /// Smirnov: for n models of either kind its mean is about 0.8687·√(2/n), and it exceeds 1.3581·√(2/n) with
    /// probability 5 %.
    ///
    /// - Throws: `ProbabilityError` for no scores of a kind and for scores that are not finite.
    public func advantageOfThresholdChosenOnTheSameModels() throws(ProbabilityError) -> Advantage {
        try Advantage(of: ThresholdRule(separating: clean, from: planted), clean: clean, planted: planted)
    }

    /// One point for each threshold, from the highest (nobody is called planted) to the lowest (everybody is).
    ///
    /// A model is called planted where its score is at least the threshold.
    public var operatingPoints: [OperatingPoint] {
        let thresholds = Set(clean + planted).sorted(by: >)
        let (clean, planted) = (clean.sorted(by: >), planted.sorted(by: >))
        var (falsePositives, truePositives) = (0, 0)
        var points = [point(0, 0, threshold: .infinity)]
        for threshold in thresholds {
            while falsePositives < clean.count, clean[falsePositives] >= threshold { falsePositives += 1 }
            while truePositives < planted.count, planted[truePositives] >= threshold { truePositives += 1 }
            points.append(point(falsePositives, truePositives, threshold: threshold))
        }
        return points
    }

    private func point(_ falsePositives: Int, _ truePositives: Int, threshold: Double) -> OperatingPoint {
        OperatingPoint(
            threshold: threshold,
            falsePositives: Proportion(successes: falsePositives, trials: clean.count),
            truePositives: Proportion(successes: truePositives, trials: planted.count))
    }
}

/// What a threshold does: which share of clean and of planted models it calls planted.
public struct OperatingPoint: Hashable, Sendable, Codable {
    public let threshold: Double
    public let falsePositives: Proportion
    public let truePositives: Proportion
}
