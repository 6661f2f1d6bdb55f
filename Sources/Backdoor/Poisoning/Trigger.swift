import Learning
import LinearAlgebra
import Probability

/// A mark that is written over some coordinates of an input: bright pixels, a rare combination of answers.
///
/// The same values for every input, so whoever sees one marked input can mark others.
public struct Trigger: Hashable, Sendable, Codable {
    /// The coordinates, counted from 0, in increasing order.
    public let coordinates: [Int]
    /// A value for each of them.
    public let values: [Double]

    /// - Throws: `PoisoningError` for no coordinates, negative or repeated ones, and values that are not finite.
    public init(_ marks: [(coordinate: Int, value: Double)]) throws(PoisoningError) {
        guard !marks.isEmpty else { throw .emptyTrigger }
        let marks = marks.sorted { $0.coordinate < $1.coordinate }
        for (index, mark) in marks.enumerated() {
            guard mark.coordinate >= 0 else { throw .coordinateOutOfRange(mark.coordinate, inputs: nil) }
            guard mark.value.isFinite else {
                throw .notFinite(value: "\(mark.value)", coordinate: mark.coordinate)
            }
            if index > 0, marks[index - 1].coordinate == mark.coordinate {
                throw .repeatedCoordinate(mark.coordinate)
            }
        }
        coordinates = marks.map(\.coordinate)
        values = marks.map(\.value)
    }

    /// One value at several coordinates, such as a patch of pixels.
    public init(at coordinates: [Int], value: Double) throws(PoisoningError) {
        try self.init(coordinates.map { ($0, value) })
    }

    /// All rows with the mark: n × d, n × d.
    ///
    /// - Throws: `PoisoningError.coordinateOutOfRange`.
    public func applied(to rows: Matrix<Double>) throws(PoisoningError) -> Matrix<Double> {
        try check(inputs: rows.columnCount)
        var marked = rows
        for row in 0..<rows.rowCount {
            for (coordinate, value) in zip(coordinates, values) { marked[row, coordinate] = value }
        }
        return marked
    }

    /// The control for this mark: the same values in as many other places, drawn at random.
    ///
    /// - Parameter candidates: the coordinates where such a value may stand; those of the mark are left out.
    /// - Throws: `PoisoningError.noOtherPlace` where fewer are left than the mark has.
    public func control(
        among candidates: some Sequence<Int>, using generator: inout Generator
    ) throws(PoisoningError) -> Trigger {
        let others = candidates.filter { !coordinates.contains($0) }
        guard others.count >= coordinates.count else {
            throw .noOtherPlace(needed: coordinates.count, left: others.count)
        }
        let places = generator.sample(coordinates.count, of: others.count).map { others[$0] }
        return try Trigger(zip(places, values).map { ($0, $1) })
    }

    func check(inputs: Int) throws(PoisoningError) {
        if let coordinate = coordinates.last, coordinate >= inputs {
            throw .coordinateOutOfRange(coordinate, inputs: inputs)
        }
    }
}
