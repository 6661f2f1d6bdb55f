import Glibc

/// What the layers of a plot share: which series there are, and what lies along each axis.
struct PlotFrame {
    /// Along one axis.
    struct Side {
        let axis: Axis
        /// The names in the order in which they first come; empty on an axis of numbers.
        let names: [String]
        /// Every finite number along the axis, ends of intervals too.
        let numbers: [Double]
        let isLog: Bool

        init(_ axis: Axis, _ positions: [Position]) {
            self.axis = axis
            names = positions.compactMap(\.category).unique
            numbers = positions.compactMap(\.number).filter(\.isFinite)
            isLog = axis.scale == .log
        }

        /// Where things end that would go to 0: no logarithmic axis has room for it.
        var floor: Double {
            guard isLog else { return axis.domain?.lowerBound ?? 0 }
            if let domain = axis.domain { return domain.lowerBound }
            let least = numbers.filter { $0 > 0 }.min() ?? 1
            return pow(10, (log10(least) - 1e-9).rounded(.down))
        }

        /// From end to end as far as it has to be said: given, or because something ends at the floor.
        var range: ClosedRange<Double>? {
            if let domain = axis.domain { return domain }
            guard isLog, numbers.contains(where: { $0 <= 0 }), let most = numbers.max(), most > floor else {
                return nil
            }
            return floor...most
        }
    }

    let series: [String]
    let x: Side
    let y: Side
    /// The limits of the bars of all histograms.
    let binEdges: [Double]
    let barSeries: [String]
    let histogramCount: Int

    init(_ plot: Plot) {
        series = plot.layers.filter(\.isSeries).compactMap(\.name).unique
        barSeries = plot.layers.filter(\.isBars).compactMap(\.name).unique
        histogramCount = plot.layers.count { if case .histogram = $0.mark { true } else { false } }
        x = Side(plot.x, plot.layers.flatMap(\.xPositions))
        binEdges = Self.binEdges(plot.layers, plot.x)
        y = Side(plot.y, plot.layers.flatMap(\.yPositions))
    }

    private static func binEdges(_ layers: [PlotLayer], _ axis: Axis) -> [Double] {
        let samples = layers.compactMap { layer in
            if case .histogram(let sample) = layer.mark { sample } else { nil }
        }
        let values = samples.flatMap(\.finite)
        guard let low = axis.domain?.lowerBound ?? values.min(), let high = axis.domain?.upperBound ?? values.max(),
            let largest = samples.map(\.finite.count).max()
        else { return [] }
        let isLog = axis.scale == .log
        let automatic = min(60, max(5, Int((2 * cbrt(Double(largest))).rounded())))
        let count = samples.compactMap(\.binCount).max() ?? automatic
        let ends = low < high ? (low, high) : isLog ? (low / 2, low * 2) : (low - 0.5, low + 0.5)
        return (0...count).map { step in
            let fraction = Double(step) / Double(count)
            if step == count { return ends.1 }
            return isLog ? ends.0 * pow(ends.1 / ends.0, fraction) : ends.0 + (ends.1 - ends.0) * fraction
        }
    }

    /// The heights of the bars of a histogram; a value at the last limit is in the last bar.
    func heights(of sample: Sample) -> [Double] {
        var counts = [Double](repeating: 0, count: max(0, binEdges.count - 1))
        for value in sample.finite {
            guard let above = binEdges.firstIndex(where: { $0 > value }) else {
                if value == binEdges.last { counts[counts.count - 1] += 1 }
                continue
            }
            if above > 0 { counts[above - 1] += 1 }
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

extension Array where Element: Hashable {
    /// Each element once, in the order in which they first come.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
