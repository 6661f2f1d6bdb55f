/// A sample's values in rising order: its quantiles and its distribution function.
public struct OrderedSample: Hashable, Sendable {
    /// At least one, all finite.
    public let values: [Double]

    /// - Throws: `ProbabilityError` for a NaN or an infinity, and for no values.
    /// - Complexity: O(n).
    public init(_ values: some Sequence<Double>) throws(ProbabilityError) {
        let values = Array(values)
        try ProbabilityError.check(values, for: "an ordered sample")
        self.values = RadixSort.sorted(values)
    }

    public var count: Int { values.count }

    /// The value at which the given share of the sample lies below.
    ///
    /// The straight line between the values at the places around h = (n − 1) · share, counted from 0: numpy's
    /// "linear" method, number 7 of Hyndman and Fan 1996.
    ///
    /// - Parameter share: in 0...1; 0 gives the smallest value and 1 the largest.
    public func quantile(_ share: Double) throws(ProbabilityError) -> Double {
        guard (0...1).contains(share) else {
            throw .outOfRange(value: "\(share)", name: "the share of a quantile", range: "0...1")
        }
        let place = Double(values.count - 1) * share
        let low = Int(place)
        guard low + 1 < values.count else { return values[values.count - 1] }
        let (below, above, part) = (values[low], values[low + 1], place - Double(low))
        // From the nearer end, so that it is exact at both.
        return part < 0.5 ? below + (above - below) * part : above - (above - below) * (1 - part)
    }

    /// The quantile of share ½: the middle value, or the mean of the two in the middle.
    public var median: Double {
        let middle = values.count / 2
        if values.count % 2 == 1 { return values[middle] }
        return values[middle - 1] + (values[middle] - values[middle - 1]) / 2
    }

    /// The share of the values that are at most x.
    public func share(upTo x: Double) -> Double {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] <= x { low = middle + 1 } else { high = middle }
        }
        return Double(low) / Double(values.count)
    }
}
