import Learning
import LinearAlgebra
import Probability

/// Fine-pruning as a detector: units that sleep on clean rows and wake on what arrives.
///
/// Fine-pruning removes the hidden units with the smallest mean output on clean rows as long as the accuracy
/// on them stays, in the hope that these are the units that a trigger wakes. Here nothing is removed for good:
/// the score says what the dormant units do to inputs that arrive, some of which may be triggered.
///
/// Source: Liu, Dolan-Gavitt and Garg 2018; reading it as a detector is ours.
public struct DormantUnits: Detector, Hashable, Codable {
    /// What is compared between arrivals and clean rows.
    public enum Reading: String, Hashable, Sendable, Codable, CaseIterable {
        /// The share of the answers that pruning changes, arrivals less clean rows.
        case changedAnswers = "changed answers"
        /// The mean magnitude of the dormant units' outputs on arrivals, as a multiple of that on clean rows.
        case activity
    }

    public let reading: Reading
    /// How much accuracy on clean rows pruning may cost.
    public let tolerance: Double

    /// - Throws: `DetectorError.setting` unless the tolerance is in 0..<1.
    public init(_ reading: Reading = .changedAnswers, tolerance: Double = 0.02) throws(DetectorError) {
        try DetectorError.check(
            tolerance >= 0 && tolerance < 1, "dormant units",
            "a tolerance of \(tolerance), expected from 0 to below 1")
        self.reading = reading
        self.tolerance = tolerance
    }

    public var name: String { "fine-pruning, \(reading.rawValue)" }
    public var needs: Set<DetectorNeed> { [.hiddenLayer, .cleanRows, .arrivals] }

    /// Of one pass of the clean rows through the head for every unit that is pruned, at most.
    public func cost(of dossier: Dossier) -> ObserverCost {
        let units = Double(dossier.model.hiddenLayer?.hiddenUnitCount ?? 0)
        let rows = Double(dossier.cleanRows?.count ?? 0)
        return ObserverCost(
            count: rows * units * units * Double(dossier.model.classCount), operation: "multiplications")
    }

    public func suspicion(_ dossier: Dossier, using coins: inout Generator) throws(DetectorError) -> Double {
        guard let model = dossier.model.hiddenLayer, let clean = dossier.cleanRows,
            let arrivals = dossier.arrivals
        else { return 0 }
        return score(model, clean, arrivals)
    }

    private func score<Model: HiddenLayerModel>(
        _ model: Model, _ clean: MulticlassDataset, _ arrivals: Matrix<Double>
    ) -> Double {
        let (rest, moved) = (model.hiddenUnits(of: clean.features), model.hiddenUnits(of: arrivals))
        let dormant = Self.dormant(in: model, rest, clean.classes, tolerance: tolerance)
        switch reading {
        case .changedAnswers:
            return Self.changed(model, moved, dormant) - Self.changed(model, rest, dormant)
        case .activity:
            func activity(_ units: Matrix<Double>) -> Double {
                let means = units.mapElements(abs).columnSums / Double(units.rowCount)
                return dormant.reduce(0) { $0 + means[$1] }
            }
            let before = activity(rest)
            // Units that never wake on clean rows: any output is infinitely more, and the floor keeps it finite.
            return activity(moved) / max(before, 1e-9 * Double(max(1, dormant.count)))
        }
    }

    /// As many of the quietest units as can be pruned, one after the other, before the accuracy falls by more
    /// than the tolerance; at least one, so that there is something to look at.
    private static func dormant<Model: HiddenLayerModel>(
        in model: Model, _ units: Matrix<Double>, _ classes: [Int], tolerance: Double
    ) -> [Int] {
        func accuracy(_ pruned: [Int]) -> Double {
            let answers = SuspectModel.classes(ofHidden: Model.pruning(pruned, in: units), model)
            return Proportion(of: zip(answers, classes).map { $0 == $1 }).value
        }
        let activity = units.mapElements(abs).columnSums
        let order = activity.indices.sorted { activity[$0] < activity[$1] }
        let least = accuracy([]) - tolerance
        var count = 1
        while count < order.count, accuracy(Array(order.prefix(count + 1))) >= least { count += 1 }
        return Array(order.prefix(count))
    }

    private static func changed<Model: HiddenLayerModel>(
        _ model: Model, _ units: Matrix<Double>, _ pruned: [Int]
    ) -> Double {
        let before = SuspectModel.classes(ofHidden: units, model)
        let after = SuspectModel.classes(ofHidden: Model.pruning(pruned, in: units), model)
        return Proportion(of: zip(before, after).map { $0 != $1 }).value
    }
}
