import Glibc

/// A colour for each pair of an x and a y: a phase diagram.
///
///     HeatMap("advantage", x: gammas, y: betas) { gamma, beta in advantage[gamma, beta] }
///     HeatMap(.axis("time", .log, unit: "s"), x: ks, y: betas, values: seconds)
///
/// Each place is the middle of its field; on a logarithmic axis the middle by factors.
public struct HeatMap: PlotContent {
    public let layers: [PlotLayer]

    /// - Parameters:
    ///   - value: What the colour means; its domain is the range of colours.
    ///   - x: Numbers that grow, or names.
    ///   - y: Numbers that grow, or names.
    ///   - values: One row for each y, one value for each x in it; `NaN` leaves a field empty.
    public init<X: Plottable, Y: Plottable>(
        _ value: Axis, x: some Sequence<X>, y: some Sequence<Y>, values: [[Double]],
        file: StaticString = #file, line: UInt = #line
    ) {
        let cells = HeatMapCells(
            value: value, x: x.map(\.position), y: y.map(\.position), rows: values,
            at: CallSite(file: file, line: line))
        layers = [PlotLayer(name: nil, mark: .heatMap(cells))]
    }

    /// The value of a function for each pair.
    public init<X: Plottable, Y: Plottable>(
        _ value: Axis, x: some Sequence<X>, y: some Sequence<Y>, file: StaticString = #file,
        line: UInt = #line, _ function: (X, Y) throws -> Double
    ) rethrows {
        let (columns, rows) = (Array(x), Array(y))
        let values = try rows.map { row in try columns.map { try function($0, row) } }
        self.init(value, x: columns, y: rows, values: values, file: file, line: line)
    }
}

/// The fields of a heat map.
struct HeatMapCells: Hashable, Sendable {
    let value: Axis
    let x: [Position]
    let y: [Position]
    /// One row for each y, one value for each x in it.
    let rows: [[Double]]

    init(value: Axis, x: [Position], y: [Position], rows: [[Double]], at site: CallSite) {
        let mark = Coordinates.Mark("HeatMap", value.label)
        if x.isEmpty || y.isEmpty { site.refuse("\(mark): no fields, expected 1 or more") }
        if rows.count != y.count {
            site.refuse("\(mark): \(rows.count) rows of values, expected \(y.count) (the y values)")
        }
        for (index, row) in rows.enumerated() where row.count != x.count {
            site.refuse(
                "\(mark): row \(index + 1) has \(row.count) values, expected \(x.count) (the x values)")
        }
        for (axis, positions) in [("x", x), ("y", y)] {
            let numbers = positions.compactMap(\.number)
            if !numbers.isEmpty, numbers.count != positions.count {
                site.refuse("\(mark): the \(axis) values are both names and numbers, expected one kind")
            }
            if !zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }) || !numbers.allSatisfy(\.isFinite) {
                site.refuse(
                    "\(mark): the \(axis) values do not grow, expected each larger than the one before")
            }
        }
        self.value = value
        self.x = x
        self.y = y
        self.rows = rows
    }

    /// The limits between fields: one more than there are fields.
    static func edges(_ middles: [Double], _ scale: Axis.Scale) -> [Double] {
        let isLog = scale == .log
        let places = isLog ? middles.map { log2($0) } : middles
        guard places.count > 1 else {
            return isLog ? [middles[0] / 2, middles[0] * 2] : [middles[0] - 0.5, middles[0] + 0.5]
        }
        let inner = zip(places, places.dropFirst()).map { ($0 + $1) / 2 }
        let (first, last) = (places[0], places[places.count - 1])
        let edges = [2 * first - inner[0]] + inner + [2 * last - inner[inner.count - 1]]
        return isLog ? edges.map { exp2($0) } : edges
    }
}
