import Learning
import Probability

/// A program of practice that looks for a backdoor in a model.
///
/// It says how suspicious a model is; from which score on a model is called planted is decided on other models
/// (`DetectorGame`).
///
///     let detector = SpectralSignatures()
///     detector.applicability(to: dossier)                  // .runs, or why not
///     try detector.score(of: dossier, using: &coins)
public protocol Detector: Sendable {
    /// How it is called in a table.
    var name: String { get }
    /// What it cannot do without.
    var needs: Set<DetectorNeed> { get }

    /// Why the detector cannot run on what it is handed, beyond a need that is not met; `nil` where it can.
    func obstacle(in dossier: Dossier) -> String?

    /// What a score costs.
    func cost(of dossier: Dossier) -> ObserverCost

    /// How suspicious the model is; called only where `applicability` says that the detector runs.
    ///
    /// - Parameter coins: the detector's own.
    /// - Returns: a finite number, higher for more suspicious models.
    func suspicion(_ dossier: Dossier, using coins: inout Generator) throws(DetectorError) -> Double
}

extension Detector {
    public func obstacle(in dossier: Dossier) -> String? { nil }

    /// Whether the detector runs on this model, and if not, why.
    public func applicability(to dossier: Dossier) -> Applicability {
        let met = dossier.met
        if let missing = DetectorNeed.allCases.first(where: { needs.contains($0) && !met.contains($0) }) {
            return .cannotRun(reason: missing.absence(from: dossier.model))
        }
        if let obstacle = obstacle(in: dossier) { return .cannotRun(reason: obstacle) }
        return .runs
    }

    /// How suspicious the model is.
    ///
    /// - Throws: `DetectorError.notApplicable` with the reason, and what the detector throws;
    ///   `.scoreNotFinite` for a model whose answers are not finite.
    public func score(of dossier: Dossier, using coins: inout Generator) throws(DetectorError) -> Double {
        if case .cannotRun(let reason) = applicability(to: dossier) {
            throw .notApplicable(detector: name, reason: reason)
        }
        let score = try suspicion(dossier, using: &coins)
        guard score.isFinite else { throw .scoreNotFinite(detector: name, value: "\(score)") }
        return score
    }
}

/// What a detector cannot do without.
public enum DetectorNeed: String, Hashable, Sendable, Codable, CaseIterable, CustomStringConvertible {
    /// The score of every class for inputs of the detector's choice.
    case answers
    /// The derivatives of the scores.
    case gradients = "gradients"
    /// The outputs of the last hidden layer.
    case hiddenLayer = "hidden layer"
    /// The weights, and the law that they were drawn from.
    case initialWeights = "initial weights"
    /// Labelled rows of the defender's own.
    case cleanRows = "clean rows"
    /// The rows that the model was trained on.
    case trainingRows = "training rows"
    /// Inputs that arrive while the model is at work.
    case arrivals

    public var description: String { rawValue }

    func absence(from model: SuspectModel) -> String {
        switch self {
        case .answers: "a \(model.name) does not answer"
        case .gradients: "a \(model.name) cannot be differentiated"
        case .hiddenLayer: "a \(model.name) has no hidden layer"
        case .initialWeights: "a \(model.name) has no weights that were drawn from a known law"
        case .cleanRows: "there are no clean rows"
        case .trainingRows: "there are no training rows"
        case .arrivals: "no inputs have arrived"
        }
    }
}

/// Whether a detector can say anything about a model.
public enum Applicability: Hashable, Sendable, CustomStringConvertible {
    case runs
    case cannotRun(reason: String)

    public var description: String {
        switch self {
        case .runs: "runs"
        case .cannotRun(let reason): "cannot run: \(reason)"
        }
    }
}
