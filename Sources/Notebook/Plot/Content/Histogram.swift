/// How often values fall between equally spaced limits. Several histograms of a plot share their limits.
///
///     Histogram("honest", scores)
///     Histogram("sampled", projections, bins: 60, height: .density)
public struct Histogram: PlotContent {
    /// What the height of a bar means.
    public enum Height: String, Hashable, Sendable {
        /// The number of values.
        case count
        /// The fraction of the values.
        case share
        /// The fraction divided by the width: the area is 1, to compare with a density.
        case density
    }

    public let layers: [PlotLayer]

    /// - Parameters:
    ///   - name: The series, for the legend.
    ///   - values: What is counted; what is not finite is left out and said so.
    ///   - bins: How many bars lie between the ends of all values (or the domain of the axis); `nil` takes
    ///     2·∛n for n values, from 5 to 60.
    ///   - height: What the height of a bar means.
    public init<Value: Plottable>(
        _ name: String?, _ values: some Sequence<Value>, bins: Int? = nil, height: Height = .count,
        file: StaticString = #file, line: UInt = #line
    ) {
        let mark = Coordinates.Mark("Histogram", name)
        let site = CallSite(file: file, line: line)
        if let bins, bins < 1 { site.refuse("\(mark): \(bins) bins, expected 1 or more") }
        let numbers = values.map { value -> Double in
            guard let number = value.position.number else {
                site.refuse("\(mark): a value is a name, expected numbers")
            }
            return number
        }
        if !numbers.contains(where: \.isFinite) {
            site.refuse("\(mark): no finite values, expected 1 or more")
        }
        let sample = Sample(values: numbers, binCount: bins, height: height)
        layers = [PlotLayer(name: name, mark: .histogram(sample))]
    }

    /// The same without a name.
    public init<Value: Plottable>(
        _ values: some Sequence<Value>, bins: Int? = nil, height: Height = .count,
        file: StaticString = #file, line: UInt = #line
    ) {
        self.init(nil, values, bins: bins, height: height, file: file, line: line)
    }
}

/// The values of a histogram.
struct Sample: Hashable, Sendable {
    let values: [Double]
    let binCount: Int?
    let height: Histogram.Height

    var finite: [Double] { values.filter(\.isFinite) }
}
