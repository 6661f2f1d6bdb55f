import Glibc

/// A line through places in their order, with a band around it where there are intervals.
///
///     Line("mean", x: steps, y: means, band: intervals)
///     Line("2⁻ⁿ", over: 2...16) { exp2(-$0) }
///     Line("moments", roc, x: \.falseAlarms, y: \.hits, steps: true)
public struct Line: PlotContent {
    public let layers: [PlotLayer]

    /// - Parameters:
    ///   - name: The series, for the legend.
    ///   - x: Numbers or names, as many as y.
    ///   - y: Numbers, as many as x; `NaN` leaves a gap.
    ///   - band: From and to along y, one for each place.
    ///   - steps: Whether y stays until the next x, as for a distribution function or a ROC curve.
    public init<X: Plottable, Y: Plottable>(
        _ name: String? = nil, x: some Sequence<X>, y: some Sequence<Y>, band: [ClosedRange<Double>]? = nil,
        steps: Bool = false, file: StaticString = #file, line: UInt = #line
    ) {
        let coordinates = Coordinates(
            .init("Line", name), x: x.map(\.position), y: y.map(\.position), intervals: band,
            at: CallSite(file: file, line: line))
        layers = [PlotLayer(name: name, mark: .line(coordinates, isStepped: steps))]
    }

    /// A line with one place for each element.
    public init<Elements: Sequence, X: Plottable, Y: Plottable>(
        _ name: String?, _ elements: Elements, x: (Elements.Element) -> X, y: (Elements.Element) -> Y,
        band: ((Elements.Element) -> ClosedRange<Double>)? = nil, steps: Bool = false,
        file: StaticString = #file, line: UInt = #line
    ) {
        let elements = Array(elements)
        self.init(
            name, x: elements.map(x), y: elements.map(y), band: band.map { elements.map($0) }, steps: steps,
            file: file, line: line)
    }

    /// The same without a name.
    public init<Elements: Sequence, X: Plottable, Y: Plottable>(
        _ elements: Elements, x: (Elements.Element) -> X, y: (Elements.Element) -> Y,
        band: ((Elements.Element) -> ClosedRange<Double>)? = nil, steps: Bool = false,
        file: StaticString = #file, line: UInt = #line
    ) {
        self.init(nil, elements, x: x, y: y, band: band, steps: steps, file: file, line: line)
    }

    /// A function over a range, at 201 places in equal steps; where the range spans more than a factor of
    /// ten also at 201 in equal factors, so that it is smooth on either scale.
    public init(
        _ name: String? = nil, over range: ClosedRange<Double>, file: StaticString = #file,
        line: UInt = #line,
        _ function: (Double) -> Double
    ) {
        let places = Self.places(in: range)
        self.init(name, x: places, y: places.map(function), file: file, line: line)
    }

    private static func places(in range: ClosedRange<Double>) -> [Double] {
        let (low, high) = (range.lowerBound, range.upperBound)
        if low == high { return [low] }
        let fractions = (0...200).map { Double($0) / 200 }
        guard low > 0, high / low > 10 else { return fractions.map { low + (high - low) * $0 } }
        let even = fractions.map { low + (high - low) * $0 }
        let factors = fractions.map { low * pow(high / low, $0) }
        return Set(even + factors).filter(range.contains).sorted()
    }
}
