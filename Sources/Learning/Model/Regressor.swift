import CallSites
import LinearAlgebra

/// A model of a real number: what it expects at a point.
public protocol Regressor: Sendable, CustomStringConvertible {
    /// The number d of coordinates of a point.
    var inputCount: Int { get }

    /// The value of the model at each point: n × d points, n values; NaN for points that are not finite.
    func values(at rows: Matrix<Double>) -> Vector<Double>
}

extension Regressor {
    /// The value at one point of d coordinates.
    public func value(at point: Vector<Double>) -> Double {
        values(at: Matrix(row: point))[0]
    }

    /// The mean of (value − target)².
    ///
    /// - Parameter targets: one a row; another number stops the program.
    public func meanSquaredError(
        at rows: Matrix<Double>, targets: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(
            rows.rowCount == targets.count, "\(targets.count) targets for a matrix of \(rows.shape)", file,
            line)
        let errors = values(at: rows) - targets
        return errors.dot(errors) / Double(targets.count)
    }
}
