import LinearAlgebra
import Probability

/// A model that tells several classes apart: the class of the largest score.
public protocol MulticlassClassifier: Sendable, CustomStringConvertible {
    /// The number d of coordinates of a point.
    var inputCount: Int { get }
    /// The number of classes.
    var classCount: Int { get }

    /// The score of each class for each point: n × d points, n × classes scores.
    func decision(_ rows: Matrix<Double>) -> Matrix<Double>
}

extension MulticlassClassifier {
    /// The class of each point, counted from 0: that of the largest score, the first of equal ones.
    public func predict(_ rows: Matrix<Double>) -> [Int] {
        let scores = decision(rows)
        return (0..<scores.rowCount).map { row in
            let scores = scores.row(row)
            return scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
        }
    }

    /// The class of one point of d coordinates.
    public func predict(_ point: Vector<Double>) -> Int {
        predict(Matrix(row: point))[0]
    }

    /// How often the model's class is the data's.
    public func accuracy(on dataset: MulticlassDataset) -> Proportion {
        Proportion(of: zip(predict(dataset.features), dataset.classes).map { $0 == $1 })
    }
}
