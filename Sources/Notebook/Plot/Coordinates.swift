/// The places of a series, with an interval for each where there is one.
struct Coordinates: Hashable, Sendable {
    let x: [Position]
    let y: [Position]
    /// Along the axis of measured values: y, or x where y is made of names.
    let intervals: [ClosedRange<Double>]?

    init(
        _ mark: Mark, x: [Position], y: [Position], intervals: [ClosedRange<Double>]?, at site: CallSite
    ) {
        if x.count != y.count {
            site.refuse("\(mark): \(x.count) x values and \(y.count) y values, expected as many of each")
        }
        if x.isEmpty { site.refuse("\(mark): no values, expected 1 or more") }
        if let intervals, intervals.count != x.count {
            site.refuse("\(mark): \(intervals.count) intervals for \(x.count) values, expected one for each")
        }
        for (axis, positions) in [("x", x), ("y", y)] {
            let names = positions.count { $0.category != nil }
            if names != 0, names != positions.count {
                site.refuse("\(mark): the \(axis) values are both names and numbers, expected one kind")
            }
        }
        self.x = x
        self.y = y
        self.intervals = intervals
    }

    /// The kind of mark and its name, for messages: `Points "measured"`.
    struct Mark: CustomStringConvertible {
        let kind: String
        let name: String?

        init(_ kind: String, _ name: String?) {
            self.kind = kind
            self.name = name
        }

        var description: String { name.map { "\(kind) \"\($0)\"" } ?? kind }
    }

    /// Whether the measured values lie along x, because y is made of names.
    var isHorizontal: Bool { y.contains { $0.category != nil } }

    var measured: [Position] { isHorizontal ? x : y }

    /// Whether a place can be drawn.
    func isDrawable(_ index: Int) -> Bool { x[index].isDrawable && y[index].isDrawable }

    var drawable: [Int] { x.indices.filter(isDrawable) }
}
