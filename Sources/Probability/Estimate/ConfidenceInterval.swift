internal import CallSites

/// A range that a procedure gives, which contains the true value in at least a given share of experiments.
public struct ConfidenceInterval: Hashable, Sendable, Codable, CustomStringConvertible {
    public let lower: Double
    public let upper: Double
    /// The share of experiments whose interval contains the true value: 0.95 for "95 %".
    public let level: Double

    public init(lower: Double, upper: Double, level: Double, file: StaticString = #file, line: UInt = #line) {
        require(lower <= upper, "an interval from \(lower) to \(upper)", file, line)
        require(level > 0 && level < 1, "level \(level) is not between 0 and 1", file, line)
        self.lower = lower
        self.upper = upper
        self.level = level
    }

    /// Half the distance between the bounds.
    public var halfWidth: Double { (upper - lower) / 2 }

    /// From the lower bound to the upper one.
    public var range: ClosedRange<Double> { lower...upper }

    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// `[0.612, 0.743]`, with four significant digits of its width.
    public var description: String {
        let digits = max(0, 3 - Int((upper - lower > 0 ? upper - lower : 1).exponent10))
        return "[\(lower.rounded(toPlaces: digits)), \(upper.rounded(toPlaces: digits))]"
    }
}
