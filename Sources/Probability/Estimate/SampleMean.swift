internal import CallSites

/// The mean of independent values with its uncertainty.
public struct SampleMean: Hashable, Sendable, Codable, CustomStringConvertible {
    public let count: Int
    /// NaN where there are no values.
    public let value: Double
    /// The sum of squared distances from the mean.
    let squares: Double

    /// Takes the values in one pass (Welford 1962), without the cancellation of Σx² − n·mean².
    public init(of values: some Sequence<Double>) {
        var (count, mean, squares) = (0, 0.0, 0.0)
        for value in values {
            count += 1
            let difference = value - mean
            mean += difference / Double(count)
            squares += difference * (value - mean)
        }
        self.count = count
        self.value = count == 0 ? .nan : mean
        self.squares = squares
    }

    /// The estimated standard deviation of one value, with count − 1 in the denominator; NaN for fewer than
    /// two.
    public var standardDeviation: Double {
        count < 2 ? .nan : (squares / Double(count - 1)).squareRoot()
    }

    /// The estimated standard deviation of the mean; NaN for fewer than two values.
    public var standardError: Double { standardDeviation / Double(count).squareRoot() }

    /// Student's interval for the true mean, exact for normal values.
    ///
    /// - Parameter level: between 0 and 1.
    /// - Returns: (−∞, ∞) for fewer than two values.
    public func interval(level: Double, file: StaticString = #file, line: UInt = #line) -> ConfidenceInterval
    {
        require(level > 0 && level < 1, "level \(level) is not between 0 and 1", file, line)
        guard count > 1 else { return ConfidenceInterval(lower: -.infinity, upper: .infinity, level: level) }
        let quantile = StudentDistribution.twoSidedQuantile(1 - level, degreesOfFreedom: Double(count - 1))
        let half = quantile * standardError
        return ConfidenceInterval(lower: value - half, upper: value + half, level: level)
    }

    /// `0.7513 ± 0.0042 (20 values)`: the mean and its standard error.
    public var description: String {
        guard count > 1, standardError > 0 else { return "\(value) (\(count) value\(count == 1 ? "" : "s"))" }
        let places = max(0, 1 - Int(standardError.exponent10))
        let (mean, error) = (value.rounded(toPlaces: places), standardError.rounded(toPlaces: places))
        return "\(mean) ± \(error) (\(count) values)"
    }
}
