import LinearAlgebra
import Probability

/// An attack that sees labels only: it walks along the boundary of the model's classes towards the point.
///
/// It starts at the nearest of some points to which the model gives another label, moved towards the point
/// until just before the boundary. Each step goes sideways, on the sphere around the point, and then a little
/// towards the point, and is taken back where the label would change. The lengths of both moves are adapted for
/// each point, so that about half of the sideways moves and a quarter of the moves inwards succeed.
///
/// It asks no gradient, so it applies to every model, and what it finds is an upper bound on the distance from
/// the point to the boundary.
///
/// Source: Brendel, Rauber and Bethge 2018; the rule for the lengths is ours.
public struct BoundaryAttack: Hashable, Sendable, Codable {
    /// At least 1.
    public let stepCount: Int
    /// Where inputs are valid; everywhere if `nil`.
    public let box: InputBox?

    /// - Throws: `RobustnessError.count`.
    public init(stepCount: Int, box: InputBox? = nil) throws(RobustnessError) {
        try RobustnessError.check(stepCount, of: "steps")
        self.stepCount = stepCount
        self.box = box
    }

    /// Looks for the nearest point to each row that the model labels otherwise than the row.
    ///
    /// - Parameters:
    ///   - rows: n × d, one point a row, in the box.
    ///   - candidates: k × d points to start from, in the box, such as the training data.
    ///   - generator: nothing is drawn from it itself.
    /// - Returns: the nearest points found, which all have another label; `labels` are those of the model.
    /// - Throws: `RobustnessError` for points that cannot be attacked, or a row without a start.
    /// - Complexity: 2 n (steps + 12) + k + n answers of the model.
    public func run(
        on model: some Classifier, _ rows: Matrix<Double>, startingFrom candidates: Matrix<Double>,
        from generator: Generator
    ) throws(RobustnessError) -> AdversarialExamples {
        let labels = try check(model, rows, candidates)
        var coins = generator.stream("walk")
        var walk = BoundaryWalk(
            originals: rows, labels: labels, places: try starts(on: model, rows, labels, candidates), box: box
        )
        walk.bisect(on: model)
        for _ in 0..<stepCount { walk.step(on: model, using: &coins) }
        return AdversarialExamples(
            originals: rows, inputs: walk.places, labels: labels, answers: model.predict(walk.places))
    }

    private func check(
        _ model: some Classifier, _ rows: Matrix<Double>, _ candidates: Matrix<Double>
    ) throws(RobustnessError) -> [Label] {
        for points in [rows, candidates] {
            try RobustnessError.check(points, inputCount: model.inputCount)
            try box?.check(points)
        }
        return model.predict(rows)
    }

    /// For each row the nearest candidate of another label.
    private func starts(
        on model: some Classifier, _ rows: Matrix<Double>, _ labels: [Label], _ candidates: Matrix<Double>
    ) throws(RobustnessError) -> Matrix<Double> {
        let answers = model.predict(candidates)
        var places = rows
        for (row, label) in labels.enumerated() {
            var (best, distance) = (-1, Double.infinity)
            for (index, answer) in answers.enumerated() where answer != label {
                let length = (candidates.row(index) - rows.row(row)).norm
                if length < distance { (best, distance) = (index, length) }
            }
            guard best >= 0 else {
                throw .noStart(row: row, label: label, candidates: candidates.rowCount)
            }
            places.setRow(row, to: candidates.row(best))
        }
        return places
    }
}
