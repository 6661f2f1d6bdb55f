import LinearAlgebra
import Probability

/// Projected gradient descent on the margin y · score, from the point itself and from random points around it.
///
/// The result for each point is the place of the smallest margin among all that were visited, so more steps
/// and more restarts never make the attack weaker, and no margin is larger than before.
///
///     let attack = try ProjectedGradientAttack(
///         ThreatModel(.lInfinity, radius: 0.1), stepCount: 40, restarts: 2)
///     try attack.run(on: model, test.features, test.labels, from: coins).robustAccuracy
///
/// An attack that finds nothing proves nothing: it follows gradients, and a backdoor may have none.
///
/// Source: Madry, Makelov, Schmidt, Tsipras and Vladu 2018, section 2.1.
public struct ProjectedGradientAttack: Hashable, Sendable, Codable {
    public let threat: ThreatModel
    /// The steps from each start, at least 1.
    public let stepCount: Int
    /// The length of a step in the norm of the threat model.
    public let stepSize: Double
    /// How many starts there are, at least 1: the first one is the point itself.
    public let restarts: Int

    /// - Parameter stepSize: 2.5 ε / steps if `nil`, which reaches every point of the ball and can turn.
    /// - Throws: `RobustnessError.count`, `RobustnessError.stepSize`.
    public init(
        _ threat: ThreatModel, stepCount: Int = 40, stepSize: Double? = nil, restarts: Int = 1
    ) throws(RobustnessError) {
        try RobustnessError.check(stepCount, of: "steps")
        try RobustnessError.check(restarts, of: "starts")
        let size = stepSize ?? 2.5 * threat.radius / Double(stepCount)
        guard size > 0, size.isFinite else { throw .stepSize(size) }
        self.threat = threat
        self.stepCount = stepCount
        self.stepSize = size
        self.restarts = restarts
    }

    /// Attacks each point on its own; the points are shared among all processors.
    ///
    /// - Parameters:
    ///   - rows: n × d, one point a row, in the box of the threat model.
    ///   - labels: n labels, which the attack is to change.
    ///   - generator: random starts come from it; it is not used for a single start.
    /// - Throws: `RobustnessError` for points that cannot be attacked, or a score that is not finite.
    /// - Complexity: restarts · (steps + 1) times a score, and restarts · steps times a gradient.
    public func run(
        on model: some DifferentiableClassifier, _ rows: Matrix<Double>, _ labels: [Label],
        from generator: Generator
    ) throws(RobustnessError) -> AdversarialExamples {
        try threat.check(rows, labels, inputCount: model.inputCount)
        // Blocks do not depend on the number of processors, so neither does the result.
        let size = 256
        let blocks = [WorstPoints](concurrently: (rows.rowCount + size - 1) / size) { block in
            let range = block * size..<min(rows.rowCount, (block + 1) * size)
            return worstPoints(
                of: model, rows.rows(range), labels[range].map(\.sign), generator.stream(block))
        }
        let margins = blocks.flatMap(\.margins)
        if let row = margins.firstIndex(where: { !$0.isFinite }) {
            throw .scoreNotFinite(value: "\(labels[row].sign * margins[row])", row: row)
        }
        let inputs = Matrix(stacking: blocks.map(\.points), columns: rows.columnCount)
        return AdversarialExamples(
            originals: rows, inputs: inputs, labels: labels, answers: model.predict(inputs))
    }

    private func worstPoints(
        of model: some DifferentiableClassifier, _ rows: Matrix<Double>, _ signs: [Double],
        _ generator: Generator
    ) -> WorstPoints {
        var worst = WorstPoints(rows, count: signs.count)
        for restart in 0..<restarts {
            var coins = generator.stream(restart)
            var points = restart == 0 ? rows : threat.randomPoints(around: rows, using: &coins)
            for _ in 0..<stepCount {
                let (scores, gradients) = model.scoresAndInputGradients(at: points)
                worst.update(points, scores, signs)
                threat.step(
                    &points, along: gradients, signs: signs.map { -$0 }, length: stepSize, around: rows)
            }
            worst.update(points, model.decision(points), signs)
        }
        return worst
    }
}

/// For each of several points the place of the smallest margin so far.
private struct WorstPoints {
    var points: Matrix<Double>
    /// NaN until a point was seen, and where the score of the first place seen is NaN.
    var margins: [Double]
    private var isFirst = true

    init(_ rows: Matrix<Double>, count: Int) {
        points = rows
        margins = Array(repeating: .nan, count: count)
    }

    mutating func update(_ places: Matrix<Double>, _ scores: Vector<Double>, _ signs: [Double]) {
        for row in signs.indices {
            let margin = signs[row] * scores[row]
            if isFirst {
                margins[row] = margin
            } else if margin < margins[row] {
                margins[row] = margin
                points.setRow(row, to: places.row(row))
            }
        }
        isFirst = false
    }
}
