import Learning
import Probability

/// A detector as a player of the white-box game, with the same clean rows for every model.
public struct DetectorDistinguisher<Kind: Detector>: WhiteBoxDistinguisher, Sendable {
    public let detector: Kind
    public let cleanRows: Dataset?

    public init(_ detector: Kind, cleanRows: Dataset? = nil) {
        self.detector = detector
        self.cleanRows = cleanRows
    }

    /// - Throws: `DetectorError`.
    public func score(of model: any Classifier & Codable, using coins: inout Generator) throws -> Double {
        try detector.score(of: Dossier(model, cleanRows: cleanRows), using: &coins)
    }
}
