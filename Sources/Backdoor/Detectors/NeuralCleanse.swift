import Learning
import LinearAlgebra
import Probability

/// Neural Cleanse: a class that a small mark leads everything to is suspicious.
///
/// For each class, the smallest mask and pattern are searched by gradient descent that lead clean rows of the
/// other classes there. One mask that is much smaller than those of the other classes is the trace of a
/// trigger.
///
/// Source: Wang, Yao, Shan, Li, Viswanath, Zheng and Zhao 2019. The step sizes and counts are ours.
public struct NeuralCleanse: Detector, Hashable, Codable {
    /// What is compared.
    public enum Reading: String, Hashable, Sendable, Codable, CaseIterable {
        /// By how many deviations the smallest mask lies below the median of all classes, with 1.4826 times
        /// the median distance from it for a deviation. The authors call a model planted from 2 on.
        case anomalyIndex = "anomaly index"
        /// The size of the smallest mask, negated: for models of two classes, whose two masks lie equally far
        /// from their median whatever they are.
        case smallestMask = "smallest mask"
    }

    /// How the masks are searched.
    public struct Settings: Hashable, Sendable, Codable {
        /// The steps for each class.
        public var steps = 200
        /// The rows that the mark has to lead to the class; of more, as many are drawn.
        public var rowCount = 64
        /// The learning rate of Adam.
        public var rate = 0.1
        /// The first λ.
        public var price = 0.01
        /// The share of the rows that a mark has to lead to the class to count.
        public var success = 0.98

        public init() {}
    }

    public let reading: Reading
    public let settings: Settings

    /// - Throws: `DetectorError.setting` for counts below 1, rates not above 0, or a success outside 0...1.
    public init(_ reading: Reading, _ settings: Settings = Settings()) throws(DetectorError) {
        for (value, what) in [(settings.steps, "steps"), (settings.rowCount, "rows")] {
            try DetectorError.check(value > 0, "Neural Cleanse", "\(value) \(what), expected at least 1")
        }
        for (value, what) in [(settings.rate, "learning rate"), (settings.price, "first lambda")] {
            try DetectorError.check(
                value > 0 && value.isFinite, "Neural Cleanse",
                "a \(what) of \(value), expected a number above 0")
        }
        try DetectorError.check(
            settings.success > 0 && settings.success <= 1, "Neural Cleanse",
            "a success of \(settings.success), expected above 0 and at most 1")
        self.reading = reading
        self.settings = settings
    }

    public var name: String { "Neural Cleanse, \(reading.rawValue)" }
    public var needs: Set<DetectorNeed> { [.gradients, .cleanRows] }

    public func obstacle(in dossier: Dossier) -> String? {
        let classes = dossier.model.classCount
        if reading == .anomalyIndex, classes < 3 {
            return "an anomaly index needs the masks of at least 3 classes, the model has \(classes)"
        }
        guard let rows = dossier.cleanRows else { return nil }
        if let target = (0..<classes).first(where: { target in rows.classes.allSatisfy { $0 == target } }) {
            return
                "all clean rows are of the class \(rows.classNames[target]), so there is none to lead there"
        }
        return nil
    }

    public func cost(of dossier: Dossier) -> ObserverCost {
        let rows = min(settings.rowCount, dossier.cleanRows?.count ?? 0)
        return ObserverCost(
            count: Double(dossier.model.classCount * settings.steps * rows),
            operation: "gradients of an input")
    }

    public func suspicion(_ dossier: Dossier, using coins: inout Generator) throws(DetectorError) -> Double {
        let sizes = triggers(in: dossier, using: &coins).map(\.size)
        switch reading {
        case .smallestMask: return -(sizes.min() ?? 0)
        case .anomalyIndex: return Self.anomalyIndex(ofSmallest: sizes)
        }
    }

    /// The smallest mark found for each class.
    ///
    /// - Throws: `DetectorError.notApplicable`.
    public func reversedTriggers(
        in dossier: Dossier, using coins: inout Generator
    ) throws(DetectorError) -> [ReversedTrigger] {
        if case .cannotRun(let reason) = applicability(to: dossier) {
            throw .notApplicable(detector: name, reason: reason)
        }
        return triggers(in: dossier, using: &coins)
    }

    private func triggers(in dossier: Dossier, using coins: inout Generator) -> [ReversedTrigger] {
        guard let clean = dossier.cleanRows else { return [] }
        let values = clean.features.elements
        let range = (values.min() ?? 0)...(values.max() ?? 0)
        return (0..<dossier.model.classCount).map { target in
            let others = clean.classes.indices.filter { clean.classes[$0] != target }
            let chosen = coins.sample(min(settings.rowCount, others.count), of: others.count)
            let search = TriggerSearch(
                model: dossier.model, rows: clean.features.rows(chosen.map { others[$0] }), target: target,
                range: range, settings: settings)
            return search.run(using: &coins)
        }
    }

    /// (median − smallest) / (1.4826 · median |size − median|); 0 where more than half of the sizes agree.
    ///
    /// - Parameter sizes: at least 1.
    public static func anomalyIndex(ofSmallest sizes: [Double]) -> Double {
        let middle = median(sizes)
        let spread = 1.4826 * median(sizes.map { abs($0 - middle) })
        return spread > 0 ? (middle - (sizes.min() ?? middle)) / spread : 0
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
