internal import CallSites
internal import Glibc
public import Probability

/// Looks at one moment of every coordinate: what any test by hand starts with.
///
/// The score is the largest deviation from that of N(0, 1) among the coordinates, in units of its standard
/// error. By F3 it sees next to nothing from gamma = 0.75 on.
public struct CoordinateMoments: Distinguisher, Hashable {
    /// Which moment.
    public enum Statistic: Hashable, Sendable {
        /// The mean of Heₗ: l = 1 the mean, 2 the variance, 3 the skewness, 4 the fourth moment.
        case hermite(degree: Int)
        /// The kurtosis as statistics packages compute it, with the sample's own mean and variance.
        case kurtosis
    }

    public let statistic: Statistic

    /// - Parameter statistic: of a degree of at least 1.
    public init(_ statistic: Statistic, file: StaticString = #file, line: UInt = #line) {
        if case .hermite(let degree) = statistic {
            require(degree >= 1, "a moment of degree \(degree)", file, line)
        }
        self.statistic = statistic
    }

    public var name: String {
        switch statistic {
        case .hermite(let degree): "moment of degree \(degree) of each coordinate"
        case .kurtosis: "kurtosis of each coordinate"
        }
    }

    public var knowledge: Knowledge { .nothing }
    public var guarantee: Guarantee { .approximate }

    public func neededSamples(dimension: Int) -> Int { 2 }

    public func cost(samples: Int, dimension: Int) -> ObserverCost {
        ObserverCost(count: Double(samples) * Double(dimension), operation: "numbers read")
    }

    public func score(_ points: Points<StandardUnits>) throws(CLWEError) -> Double {
        try requireSamples(points)
        let rows = points.rows
        var largest = 0.0
        for j in 0..<points.dimension { largest = max(largest, abs(standardised(rows.column(j).elements))) }
        return largest
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        -NormalDistribution.quantile(falseAlarmRate / Double(2 * dimension))
    }

    /// The statistic of one coordinate in units of its standard error for normal numbers.
    private func standardised(_ values: [Double]) -> Double {
        let count = Double(values.count)
        switch statistic {
        case .hermite(let degree):
            // Heₗ has mean 0 and variance l! under N(0, 1).
            let sum = values.reduce(0) { $0 + hermite(degree, $1) }
            return sum / (count * tgamma(Double(degree + 1))).squareRoot()
        case .kurtosis:
            var moments = Moments()
            for value in values { moments.insert(value) }
            let score = moments.excessKurtosis * (count / 24).squareRoot()
            return score.isFinite ? score : 0
        }
    }

    private func hermite(_ degree: Int, _ x: Double) -> Double {
        var (last, value) = (0.0, 1.0)
        for l in 0..<degree { (last, value) = (value, x * value - Double(l) * last) }
        return value
    }
}
