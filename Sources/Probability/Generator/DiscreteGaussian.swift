internal import CallSites

// Goals, in this order: the distribution known exactly, so that a test can compare with it; the same
// numbers on every machine; speed.
//
// Each probability is rounded to a multiple of 2⁻⁶⁴ and the most likely one takes what is left over, so that
// the probabilities that are drawn from are integers that add up to 2⁶⁴. One word decides by its place among
// their running sums. Rejection from a normal or geometric distribution (Karney 2016, and the samplers of
// lattice signatures) needs no table, but takes several words and a logarithm a draw; the alias method takes
// the same one word and gains nothing at a few hundred values.
/// The discrete Gaussian distribution on the grid of integers moved by `shift`.
///
/// Pr[a] ∝ exp(−a² / 2v) for a ∈ ℤ + shift, where v is `variance`.
///
///     let layers = try DiscreteGaussian(variance: 16, shift: 0.5)     // over the half-integers
///     let layer = generator.draw(from: layers)
///
/// Values beyond which less than 2⁻⁶⁴ of the mass lies are left out. The distance in total variation from the
/// distribution without that cut is below 10⁻¹⁵ + n · 2⁻⁶⁴ for n values.
public struct DiscreteGaussian: Hashable, Sendable {
    /// v: the variance of the normal density whose values on the grid are the weights. That of the
    /// distribution is the same within 3 · 10⁻⁷ for v ≥ 1, and differs for v < ½.
    public let variance: Double
    /// In [0, 1).
    public let shift: Double
    /// The values in rising order, 1 apart.
    public let values: [Double]
    /// Pr[values[i]] · 2⁶⁴, as integers that add up to 2⁶⁴; a single value has 2⁶⁴ − 1.
    let weights: [UInt64]
    /// weights[0] + … + weights[i − 1].
    let sums: [UInt64]
    /// `guide[b]` is the place of the value that a word with the highest byte b and zeros stands for.
    let guide: [Int32]

    /// - Parameters:
    ///   - variance: positive; below 10¹⁰, as the table has 19 √variance values.
    ///   - shift: any finite number; only its part after the point matters.
    public init(variance: Double, shift: Double = 0) throws(ProbabilityError) {
        guard variance > 0 && variance.isFinite else {
            throw .notPositive(value: "\(variance)", name: "the variance of a discrete Gaussian")
        }
        guard variance <= 1e10 else {
            throw .outOfRange(
                value: "\(variance)", name: "the variance of a discrete Gaussian", range: "at most 1e10")
        }
        guard shift.isFinite else {
            throw .outOfRange(value: "\(shift)", name: "the shift of the grid", range: "a finite number")
        }
        self.variance = variance
        let fraction = shift - shift.rounded(.down)
        // A shift just below 0 rounds to 1.
        self.shift = fraction < 1 ? fraction : 0
        let all = DiscreteGaussian.masses(variance: variance, shift: self.shift)
        values = all.values
        weights = DiscreteGaussian.integerWeights(all.masses)
        var sum: UInt64 = 0
        sums = weights.map { weight in
            defer { sum &+= weight }
            return sum
        }
        guide = DiscreteGaussian.guide(through: sums)
    }

    /// The probability with which a value is drawn; 0 for values that are not on the grid or are cut off.
    public func probability(of value: Double) -> Double {
        guard let first = values.first else { return 0 }
        let place = (value - first).rounded()
        guard place >= 0, place < Double(values.count), values[Int(place)] == value else { return 0 }
        return Double(weights[Int(place)]) * 0x1p-64
    }

    /// The probabilities of `values`.
    public var probabilities: [Double] { weights.map { Double($0) * 0x1p-64 } }

    /// The value that a word stands for.
    @inline(__always)
    func value(of word: UInt64) -> Double {
        let top = Int(word >> 56)
        var low = Int(guide[top])
        var high = Int(guide[top + 1])
        // The last place whose running sum does not exceed the word.
        while low < high {
            let middle = (low + high + 1) / 2
            if sums[middle] <= word { low = middle } else { high = middle - 1 }
        }
        return values[low]
    }
}

extension DiscreteGaussian {
    /// The values with more than a 2⁻⁶⁴th of the mass beyond them, and what they weigh.
    private static func masses(variance: Double, shift: Double) -> (values: [Double], masses: [Double]) {
        // The mass beyond t standard deviations is at most 2 e^(−t²/2) relative to the total.
        let reach = (variance * 2 * 46).squareRoot()
        let nearest = min(shift, 1 - shift)
        let lowest = min((-reach - shift).rounded(.up), -1)
        let highest = max((reach - shift).rounded(.down), 0)
        var values: [Double] = []
        var masses: [Double] = []
        for integer in Int(lowest)...Int(highest) {
            let value = Double(integer) + shift
            // Relative to the most likely value; the product has no cancellation.
            let exponent = (abs(value) - nearest) * (abs(value) + nearest) / (2 * variance)
            if exponent > 46 { continue }
            values.append(value)
            masses.append(PortableMath.exp(-exponent))
        }
        return (values, masses)
    }

    /// The masses as integers that add up to 2⁶⁴.
    private static func integerWeights(_ masses: [Double]) -> [UInt64] {
        guard masses.count > 1 else { return [.max] }
        // From the smallest up, so that the sum is as accurate as its largest term.
        let total = masses.sorted().reduce(0, +)
        var weights = masses.map { mass in
            let scaled = (mass / total * 0x1p64).rounded()
            return scaled < 0x1p64 ? UInt64(scaled) : .max
        }
        let sum = weights.reduce(0, &+)
        // One most likely value or two equally likely ones; 2⁶⁴ is 0 in this arithmetic.
        let largest = masses.max() ?? 0
        let modes = masses.indices.filter { masses[$0] == largest }
        let missing = Int64(bitPattern: 0 &- sum)
        weights[modes[0]] &+= UInt64(bitPattern: missing / 2)
        weights[modes[modes.count - 1]] &+= UInt64(bitPattern: missing - missing / 2)
        return weights
    }

    private static func guide(through sums: [UInt64]) -> [Int32] {
        var place = 0
        var guide = (0..<256).map { byte in
            while place + 1 < sums.count && sums[place + 1] <= UInt64(byte) << 56 { place += 1 }
            return Int32(place)
        }
        guide.append(Int32(sums.count - 1))
        return guide
    }
}

extension Generator {
    /// A value of a discrete Gaussian distribution, from one word.
    public mutating func draw(from distribution: DiscreteGaussian) -> Double {
        distribution.value(of: next())
    }

    /// `count` independent values of a discrete Gaussian distribution.
    public mutating func draws(
        _ count: Int, from distribution: DiscreteGaussian, file: StaticString = #file, line: UInt = #line
    ) -> [Double] {
        require(count >= 0, "\(count) draws", file, line)
        var values: [Double] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(distribution.value(of: next())) }
        return values
    }
}
