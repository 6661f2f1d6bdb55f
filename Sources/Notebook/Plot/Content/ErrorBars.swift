/// Intervals without a mark in the middle. `Points` and `Bars` draw their own.
///
///     ErrorBars("measured", x: bits, intervals: confidence)
public struct ErrorBars: PlotContent {
    public let layers: [PlotLayer]

    /// - Parameters:
    ///   - name: The series, for the legend.
    ///   - x: Numbers or names, as many as intervals.
    ///   - intervals: From and to along y.
    public init<X: Plottable>(
        _ name: String? = nil, x: some Sequence<X>, intervals: [ClosedRange<Double>],
        file: StaticString = #file, line: UInt = #line
    ) {
        let middles = intervals.map { Position.number(($0.lowerBound + $0.upperBound) / 2) }
        let x = x.map(\.position)
        let site = CallSite(file: file, line: line)
        if x.count != middles.count {
            let mark = Coordinates.Mark("ErrorBars", name)
            site.refuse("\(mark): \(middles.count) intervals for \(x.count) values, expected one for each")
        }
        let coordinates = Coordinates(
            .init("ErrorBars", name), x: x, y: middles, intervals: intervals, at: site)
        layers = [PlotLayer(name: name, mark: .errorBars(coordinates))]
    }

    /// Intervals of equal length to both sides.
    public init<X: Plottable>(
        _ name: String? = nil, x: some Sequence<X>, y: [Double], plusMinus: [Double],
        file: StaticString = #file, line: UInt = #line
    ) {
        if y.count != plusMinus.count {
            let mark = Coordinates.Mark("ErrorBars", name)
            CallSite(file: file, line: line).refuse(
                "\(mark): \(y.count) y values and \(plusMinus.count) half-lengths, expected as many of each")
        }
        let intervals = zip(y, plusMinus).map { ($0 - abs($1))...($0 + abs($1)) }
        self.init(name, x: x, intervals: intervals, file: file, line: line)
    }
}
