import Learning
import LinearAlgebra
import Probability

/// Activation clustering: the training rows of a poisoned class are of two kinds, and the last hidden layer
/// keeps them apart.
///
/// For each class, the hidden outputs of its training rows are reduced to their principal components and cut
/// in two by 2-means. The authors then look at the sizes of the clusters and at the silhouette; a score of a
/// model is the largest of either over the classes.
///
/// Source: Chen, Carvalho, Baracaldo, Ludwig, Edwards, Lee, Molloy and Srivastava 2018. They reduce by
/// independent components; principal ones span the same space where both keep as many.
public struct ActivationClustering: Detector, Hashable, Codable {
    /// What is compared.
    public enum Reading: String, Hashable, Sendable, Codable, CaseIterable {
        /// How well the clusters are apart, in −1...1.
        case silhouette
        /// How small the smaller cluster is: ½ − its share.
        case size
    }

    public let reading: Reading
    /// The number of principal components.
    public let components: Int
    /// The largest number of rows of a class; of more, as many are drawn.
    public let sampleCount: Int

    /// - Throws: `DetectorError.setting` for no components or fewer than 4 rows.
    public init(
        _ reading: Reading = .silhouette, components: Int = 10, sampleCount: Int = 200
    ) throws(DetectorError) {
        try DetectorError.check(
            components > 0, "activation clustering", "\(components) components, expected at least 1")
        try DetectorError.check(
            sampleCount >= 4, "activation clustering", "samples of \(sampleCount) rows, expected at least 4")
        self.reading = reading
        self.components = components
        self.sampleCount = sampleCount
    }

    public var name: String { "activation clustering, \(reading)" }
    public var needs: Set<DetectorNeed> { [.hiddenLayer, .trainingRows] }

    public func obstacle(in dossier: Dossier) -> String? { dossier.obstacleOfSmallClasses(least: 4) }

    /// Of one pass of the training rows through the model, and their second moments in each class.
    public func cost(of dossier: Dossier) -> ObserverCost { dossier.costOfHiddenMoments }

    public func suspicion(_ dossier: Dossier, using coins: inout Generator) throws(DetectorError) -> Double {
        var largest = -1.0
        for (units, _) in dossier.hiddenUnitsOfClasses {
            largest = max(largest, try score(of: units, using: &coins))
        }
        return largest
    }

    /// The score of one class.
    ///
    /// - Parameter units: n × units, at least 4 rows.
    /// - Throws: `DetectorError.numerics`.
    public func score(of units: Matrix<Double>, using coins: inout Generator) throws(DetectorError) -> Double
    {
        let chosen = coins.sample(min(sampleCount, units.rowCount), of: units.rowCount)
        let reduced = try principalComponents(of: units.rows(chosen))
        let clusters = TwoMeans(reduced, starts: 5, using: &coins)
        return switch reading {
        case .silhouette: clusters.silhouette(reduced)
        case .size: 0.5 - clusters.smallerShare
        }
    }

    private func principalComponents(of units: Matrix<Double>) throws(DetectorError) -> Matrix<Double> {
        let centred = units.addingToRows(-(units.columnSums / Double(units.rowCount)))
        let count = min(components, units.columnCount)
        do {
            return centred * (try SymmetricEigen(centred.gram, largest: count).vectors.transposed)
        } catch {
            throw .numerics(error)
        }
    }
}
