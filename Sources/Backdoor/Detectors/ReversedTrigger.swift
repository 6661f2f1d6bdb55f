import LinearAlgebra

/// The smallest mark that was found to lead a model to a class: x′ = (1 − m) x + m p, coordinate by coordinate.
public struct ReversedTrigger: Hashable, Sendable {
    /// The class, counted from 0.
    public let target: Int
    /// m: how much of each coordinate is written over, in 0...1.
    public let mask: Vector<Double>
    /// p: what is written there, in the range of the clean rows' values.
    public let pattern: Vector<Double>
    /// The share of the rows, none of the target class, that the mark led there.
    public let success: Double

    /// Σ mⱼ: how many coordinates are written over.
    public var size: Double { mask.sum }

    /// The rows with the mark: n × d, n × d.
    public func applied(to rows: Matrix<Double>) -> Matrix<Double> {
        let kept = mask.mapElements { 1 - $0 }
        return rows.scalingColumns(by: kept).addingToRows(mask.multipliedElementwise(by: pattern))
    }
}
