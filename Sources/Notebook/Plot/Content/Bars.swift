/// A bar for each place, from 0. Bars lie where y is made of names. Several series stand side by side.
///
///     Bars(["honest": 0.743, "planted": 0.742])
///     Bars("BadNets", x: detectors, y: rates, intervals: confidence)
///     Bars(x: rates, y: detectors)
public struct Bars: PlotContent {
    public let layers: [PlotLayer]

    /// - Parameters:
    ///   - name: The series, for the legend.
    ///   - x: Names or numbers, as many as y.
    ///   - y: Numbers, as many as x; or names, where x is the length of the bars.
    ///   - intervals: From and to along the bar, one for each bar.
    public init<X: Plottable, Y: Plottable>(
        _ name: String? = nil, x: some Sequence<X>, y: some Sequence<Y>,
        intervals: [ClosedRange<Double>]? = nil, file: StaticString = #file, line: UInt = #line
    ) {
        let coordinates = Coordinates(
            .init("Bars", name), x: x.map(\.position), y: y.map(\.position), intervals: intervals,
            at: CallSite(file: file, line: line))
        layers = [PlotLayer(name: name, mark: .bars(coordinates))]
    }

    /// A bar for each pair, in their order.
    public init<X: Plottable, Y: Plottable>(
        _ name: String?, _ pairs: KeyValuePairs<X, Y>, intervals: [ClosedRange<Double>]? = nil,
        file: StaticString = #file, line: UInt = #line
    ) {
        self.init(
            name, x: pairs.map(\.key), y: pairs.map(\.value), intervals: intervals, file: file, line: line)
    }

    /// A bar for each element.
    public init<Elements: Sequence, X: Plottable, Y: Plottable>(
        _ name: String?, _ elements: Elements, x: (Elements.Element) -> X, y: (Elements.Element) -> Y,
        interval: ((Elements.Element) -> ClosedRange<Double>)? = nil, file: StaticString = #file,
        line: UInt = #line
    ) {
        let elements = Array(elements)
        self.init(
            name, x: elements.map(x), y: elements.map(y), intervals: interval.map { elements.map($0) },
            file: file, line: line)
    }

    /// The same without a name.
    public init<X: Plottable, Y: Plottable>(
        _ pairs: KeyValuePairs<X, Y>, intervals: [ClosedRange<Double>]? = nil, file: StaticString = #file,
        line: UInt = #line
    ) {
        self.init(nil, pairs, intervals: intervals, file: file, line: line)
    }

    /// The same without a name.
    public init<Elements: Sequence, X: Plottable, Y: Plottable>(
        _ elements: Elements, x: (Elements.Element) -> X, y: (Elements.Element) -> Y,
        interval: ((Elements.Element) -> ClosedRange<Double>)? = nil,
        file: StaticString = #file, line: UInt = #line
    ) {
        self.init(nil, elements, x: x, y: y, interval: interval, file: file, line: line)
    }
}
