/// Says "planted" of a model whose score lies on one side of a threshold.
public struct ThresholdRule: Hashable, Sendable, Codable {
    /// The side of the threshold on which a model is called planted.
    public enum Side: String, Hashable, Sendable, Codable, CaseIterable {
        case above
        case below
    }

    public let threshold: Double
    public let side: Side

    public init(threshold: Double, side: Side) {
        self.threshold = threshold
        self.side = side
    }

    /// The rule that tells these scores apart best: the largest |TPR − FPR| among all thresholds and sides.
    ///
    /// The threshold lies half-way between two scores; of several equally good ones it is the lowest. Its
    /// advantage on the scores that it was chosen on is too large: for 200 models of either kind that do not
    /// differ at all it is about 0.09.
    ///
    /// - Throws: `ProbabilityError` for no scores of a kind and for scores that are not finite.
    public init(separating clean: [Double], from planted: [Double]) throws(ProbabilityError) {
        let clean = try ThresholdRule.checked(clean, of: "clean")
        let planted = try ThresholdRule.checked(planted, of: "planted")
        // The difference of the shares above the threshold, as integers: i·m − j·n with i of n clean and j of
        // m planted scores up to it.
        let (n, m) = (clean.count, planted.count)
        var (i, j) = (0, 0)
        var best = (gap: 0, threshold: min(clean[0], planted[0]).nextDown)
        while i < n || j < m {
            let score = min(i < n ? clean[i] : .infinity, j < m ? planted[j] : .infinity)
            while i < n && clean[i] == score { i += 1 }
            while j < m && planted[j] == score { j += 1 }
            let gap = i * m - j * n
            guard abs(gap) > abs(best.gap) else { continue }
            let next = min(i < n ? clean[i] : .infinity, j < m ? planted[j] : .infinity)
            best = (gap, ThresholdRule.between(score, next))
        }
        self.init(threshold: best.threshold, side: best.gap >= 0 ? .above : .below)
    }

    /// Whether the rule calls a model of this score planted.
    public func callsPlanted(_ score: Double) -> Bool {
        switch side {
        case .above: score > threshold
        case .below: score <= threshold
        }
    }

    private static func checked(_ scores: [Double], of kind: String) throws(ProbabilityError) -> [Double] {
        try ProbabilityError.check(scores, for: "a threshold for scores of \(kind) models")
        return RadixSort.sorted(scores)
    }

    /// A number t with low ≤ t < high.
    private static func between(_ low: Double, _ high: Double) -> Double {
        let middle = low / 2 + high / 2
        return middle >= low && middle < high ? middle : low
    }
}
