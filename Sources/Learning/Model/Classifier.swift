import CallSites
import LinearAlgebra

/// A model that tells two classes apart: h(x) = sgn(score of x).
public protocol Classifier: Sendable, CustomStringConvertible {
    /// The number d of coordinates of a point.
    var inputCount: Int { get }

    /// The score of each point: positive class from 0 on, negative class below.
    ///
    /// - Parameter rows: n × d, one point a row; other numbers of columns are a precondition failure.
    /// - Returns: n scores; NaN for points that are not finite.
    func decision(_ rows: Matrix<Double>) -> Vector<Double>

    /// Everything there is to know about the model, as a white-box observer sees it.
    var description: String { get }
}

extension Classifier {
    /// The label of each point: n × d points, n labels.
    public func predict(_ rows: Matrix<Double>) -> [Label] {
        decision(rows).map { Label(score: $0) }
    }

    /// The score of one point of d coordinates.
    public func decision(_ point: Vector<Double>) -> Double {
        decision(Matrix(row: point))[0]
    }

    /// The label of one point of d coordinates.
    public func predict(_ point: Vector<Double>) -> Label {
        Label(score: decision(point))
    }

    /// Stops the program where points have other than d coordinates.
    public func requireInputs(_ rows: Matrix<Double>) {
        require(
            rows.columnCount == inputCount,
            "matrix has \(rows.columnCount) columns, expected \(inputCount) (the inputs of the model)")
    }
}
