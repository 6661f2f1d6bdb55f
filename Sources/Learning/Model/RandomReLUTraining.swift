import LinearAlgebra

/// Chooses the threshold of a random ReLU network; its weights are coins that are given from outside.
public struct RandomReLUTraining: ClassifierTraining, Hashable, Codable {
    /// m × d: the weights of one unit a row.
    public var weights: Matrix<Double>

    public init(weights: Matrix<Double>) {
        self.weights = weights
    }

    /// Takes the threshold of the largest accuracy on the data: halfway between two neighbouring means, or,
    /// where all points are best given one label, the next number beyond all means. Of several best gaps the
    /// widest, the first of equally wide ones.
    ///
    /// - Throws: `TrainingError`.
    /// - Complexity: n·m·d multiplications and a sort of n means.
    public func fit(_ dataset: Dataset) throws(TrainingError) -> RandomReLUNetwork {
        try dataset.requireBothClasses()
        guard weights.isFinite else { throw .notFinite("a weight") }
        guard weights.rowCount > 0 else { throw .setting("the network has 0 units, expected at least 1") }
        guard weights.columnCount == dataset.features.columnCount else {
            throw .setting(
                "the weights are for \(weights.columnCount) inputs, the data have "
                    + "\(dataset.features.columnCount) columns")
        }
        let means = RandomReLUNetwork(weights: weights, threshold: 0).means(at: dataset.features)
        return RandomReLUNetwork(
            weights: weights, threshold: Self.bestThreshold(of: means.elements, dataset.labels))
    }

    /// Fits a threshold so that a given share of the rows, whatever their labels, lies at or above it.
    ///
    /// - Parameter share: more than 0 and less than 1; the nearest whole number of rows, at least 1.
    /// - Throws: `TrainingError`.
    public func fit(_ rows: Matrix<Double>, positiveShare share: Double) throws(TrainingError)
        -> RandomReLUNetwork
    {
        guard rows.rowCount > 0 else { throw .noRows }
        guard share > 0, share < 1 else {
            throw .setting("the positive share is \(share), expected more than 0 and less than 1")
        }
        let means = RandomReLUNetwork(weights: weights, threshold: 0).means(at: rows).sorted(by: >)
        let count = max(1, Int((share * Double(means.count)).rounded()))
        return RandomReLUNetwork(weights: weights, threshold: means[count - 1])
    }

    private static func bestThreshold(of scores: [Double], _ labels: [Label]) -> Double {
        let order = scores.indices.sorted { scores[$0] < scores[$1] }
        let sorted = order.map { scores[$0] }
        // With the threshold below all scores, all are called positive.
        var right = labels.count { $0 == .positive }
        var best = (right: right, width: 0.0, threshold: sorted[0])
        for (place, index) in order.enumerated() {
            right += labels[index] == .negative ? 1 : -1
            let isLast = place + 1 == order.count
            let next = isLast ? sorted[place].nextUp : sorted[place + 1]
            // Equal scores lie on one side of any threshold.
            guard next > sorted[place] else { continue }
            let width = isLast ? 0 : next - sorted[place]
            if right > best.right || (right == best.right && width > best.width) {
                let middle = sorted[place] + (next - sorted[place]) / 2
                best = (right, width, middle > sorted[place] ? middle : next)
            }
        }
        return best.threshold
    }
}
