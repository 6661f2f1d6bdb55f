internal import CallSites

/// The outcomes of a sweep, as far as it has come.
public struct SweepResults<Point: Sendable, Outcome: Sendable>: Sendable {
    public let points: [Point]
    public let repetitions: Int
    /// Point by point; nil where the repetition was not made.
    private let all: [Outcome?]

    init(points: [Point], repetitions: Int, all: [Outcome?]) {
        self.points = points
        self.repetitions = repetitions
        self.all = all
    }

    /// Whether every repetition at every point was made.
    public var isComplete: Bool { all.allSatisfy { $0 != nil } }

    /// How many repetitions were made at all points together.
    public var count: Int { all.count { $0 != nil } }

    /// The outcomes at a point, counted from 0, in the order of the repetitions; those not made are left out.
    public func outcomes(at point: Int, file: StaticString = #file, line: UInt = #line) -> [Outcome] {
        require(points.indices.contains(point), "point \(point) of \(points.count)", file, line)
        return all[point * repetitions..<(point + 1) * repetitions].compactMap { $0 }
    }
}
