/// Mean, variance, skewness and kurtosis of a sample, in one pass.
///
/// Sums of powers of the distances from the running mean are kept, so a large common offset costs no digits.
/// Source: Pébay 2008, "Formulas for robust, one-pass parallel computation of covariances and arbitrary-order
/// statistical moments", equations 2.1, 3.1; the conventions of scipy's `skew` and `kurtosis`.
public struct Moments: Hashable, Sendable, Codable {
    public private(set) var count = 0
    /// NaN where there are no values.
    public var mean: Double { count == 0 ? .nan : average }
    private var average = 0.0
    /// Σ (x − mean)², Σ (x − mean)³, Σ (x − mean)⁴.
    private var squares = 0.0
    private var cubes = 0.0
    private var fourths = 0.0

    /// Those of no values.
    public init() {}

    /// - Throws: `ProbabilityError` for a NaN or an infinity, and for no values.
    public init(of values: some Sequence<Double>) throws(ProbabilityError) {
        for value in values {
            guard value.isFinite else {
                throw .notFinite(value: "\(value)", index: count, purpose: "a sample's moments")
            }
            insert(value)
        }
        guard count > 0 else { throw .tooFew(count: 0, needed: 1, purpose: "a sample's moments") }
    }

    /// Takes one more value into account.
    public mutating func insert(_ value: Double) {
        let before = Double(count)
        count += 1
        let n = Double(count)
        let difference = value - average
        let step = difference / n
        let term = difference * step * before
        average += step
        fourths +=
            term * step * step * (n * n - 3 * n + 3) + 6 * step * step * squares - 4 * step * cubes
        cubes += term * step * (n - 2) - 3 * step * squares
        squares += term
    }

    /// The moments of both samples together: the same as of all values in one pass, up to rounding.
    public static func + (left: Moments, right: Moments) -> Moments {
        if left.count == 0 { return right }
        if right.count == 0 { return left }
        let (a, b) = (Double(left.count), Double(right.count))
        let n = a + b
        let d = right.average - left.average
        var sum = Moments()
        sum.count = left.count + right.count
        sum.average = left.average + d * b / n
        sum.squares = left.squares + right.squares + d * d * a * b / n
        sum.cubes =
            left.cubes + right.cubes + d * d * d * a * b * (a - b) / (n * n)
            + 3 * d * (a * right.squares - b * left.squares) / n
        sum.fourths =
            left.fourths + right.fourths + d * d * d * d * a * b * (a * a - a * b + b * b) / (n * n * n)
            + 6 * d * d * (a * a * right.squares + b * b * left.squares) / (n * n)
            + 4 * d * (a * right.cubes - b * left.cubes) / n
        return sum
    }

    /// The estimated variance, with count − 1 in the denominator; NaN for fewer than two values.
    public var variance: Double { count < 2 ? .nan : squares / Double(count - 1) }

    /// The variance of the values themselves, with count in the denominator.
    public var populationVariance: Double { squares / Double(count) }

    /// √variance.
    public var standardDeviation: Double { variance.squareRoot() }

    /// The third moment in units of the deviation, 0 for a symmetric distribution; NaN where all values
    /// agree.
    public var skewness: Double { Double(count).squareRoot() * cubes / (squares * squares.squareRoot()) }

    /// The fourth moment in units of the deviation, 3 for a normal distribution; NaN where all values agree.
    public var kurtosis: Double { Double(count) * fourths / (squares * squares) }

    /// `kurtosis` − 3.
    public var excessKurtosis: Double { kurtosis - 3 }
}
