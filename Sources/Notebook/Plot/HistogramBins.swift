import Glibc

/// The limits between the bars of histograms.
enum HistogramBins {
    /// Limits for all histograms of a plot: at round numbers, unless a number of bins is asked for.
    ///
    /// Whole numbers are in the middle of their bars.
    static func edges(_ layers: [PlotLayer], _ axis: Axis) -> [Double] {
        let samples = layers.compactMap { layer in
            if case .histogram(let sample) = layer.mark { sample } else { nil }
        }
        let values = samples.flatMap(\.finite)
        guard let least = values.min(), let most = values.max(), let size = samples.map(\.finite.count).max()
        else {
            return []
        }
        let low = axis.domain?.lowerBound ?? least
        let high = axis.domain?.upperBound ?? most
        let asked = samples.compactMap(\.binCount).max()
        if axis.scale == .log { return factors(low, high, asked ?? count(for: size)) }
        if let asked { return steps(low, high, asked) }
        if values.allSatisfy({ $0 == $0.rounded() }) { return whole(low, high, count(for: size)) }
        return round(low, high, count(for: size))
    }

    /// 2·∛n, from 5 to 60.
    private static func count(for size: Int) -> Int {
        min(60, max(5, Int((2 * cbrt(Double(size))).rounded())))
    }

    private static func steps(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        guard low < high else { return [low - 0.5, low + 0.5] }
        return (0..<count).map { low + (high - low) * Double($0) / Double(count) } + [high]
    }

    private static func factors(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        guard low < high else { return [low / 2, low * 2] }
        return (0..<count).map { low * pow(high / low, Double($0) / Double(count)) } + [high]
    }

    private static func whole(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        let step = max(1, niceStep((high - low) / Double(count)).rounded(.up))
        let bars = Int(((high - low + 1) / step).rounded(.up))
        return (0...bars).map { low.rounded() - 0.5 + Double($0) * step }
    }

    /// Multiples of 1, 2 or 5 times a power of ten that enclose everything.
    private static func round(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
        guard low < high else { return [low - 0.5, low + 0.5] }
        let step = niceStep((high - low) / Double(count))
        let first = (low / step).rounded(.down)
        let last = (high / step).rounded(.up)
        // Dividing by the inverse keeps limits such as 0.3 exact.
        let inverse = (1 / step).rounded()
        return stride(from: first, through: last, by: 1).map { step < 1 ? $0 / inverse : $0 * step }
    }

    /// The smallest of 1, 2, 5, 10 times a power of ten that is not below a step.
    private static func niceStep(_ step: Double) -> Double {
        guard step > 0 else { return 1 }
        let exponent = log10(step).rounded(.down)
        let nice = [1, 2, 5, 10].first { $0 * pow(10, exponent) >= step * (1 - 1e-9) } ?? 10
        return nice * pow(10, exponent)
    }
}

extension PlotFrame {
    /// The heights of the bars of a histogram; a value at the last limit is in the last bar.
    func heights(of sample: Sample) -> [Double] {
        guard let first = binEdges.first, let last = binEdges.last else { return [] }
        var counts = [Double](repeating: 0, count: binEdges.count - 1)
        for value in sample.finite where first <= value && value <= last {
            let above = binEdges.partitioningIndex { $0 > value }
            counts[min(above, counts.count) - 1] += 1
        }
        let total = Double(sample.finite.count)
        switch sample.height {
        case .count: return counts
        case .share: return counts.map { $0 / total }
        case .density:
            return counts.indices.map { counts[$0] / (total * (binEdges[$0 + 1] - binEdges[$0])) }
        }
    }
}

extension Array {
    /// The first index whose element satisfies a condition that holds from some index on.
    fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
