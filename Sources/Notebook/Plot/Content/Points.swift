/// A mark at each place, with an error bar where there is an interval.
///
///     Points("measured", x: bits, y: rates, intervals: confidence)
///     Points("measured", runs, x: \.bits, y: \.rate, interval: \.confidence)
public struct Points: PlotContent {
    public let layers: [PlotLayer]

    /// - Parameters:
    ///   - name: The series, for the legend.
    ///   - x: Numbers or names, as many as y.
    ///   - y: Numbers or names, as many as x.
    ///   - intervals: From and to along y (along x where y is made of names), one for each place.
    public init<X: Plottable, Y: Plottable>(
        _ name: String? = nil, x: some Sequence<X>, y: some Sequence<Y>,
        intervals: [ClosedRange<Double>]? = nil, file: StaticString = #file, line: UInt = #line
    ) {
        let coordinates = Coordinates(
            .init("Points", name), x: x.map(\.position), y: y.map(\.position), intervals: intervals,
            at: CallSite(file: file, line: line))
        layers = [PlotLayer(name: name, mark: .points(coordinates))]
    }

    /// A mark for each element.
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
    public init<Elements: Sequence, X: Plottable, Y: Plottable>(
        _ elements: Elements, x: (Elements.Element) -> X, y: (Elements.Element) -> Y,
        interval: ((Elements.Element) -> ClosedRange<Double>)? = nil,
        file: StaticString = #file, line: UInt = #line
    ) {
        self.init(nil, elements, x: x, y: y, interval: interval, file: file, line: line)
    }
}
