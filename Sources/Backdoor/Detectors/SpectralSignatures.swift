import Learning
import LinearAlgebra
import Probability

/// Spectral signatures: poisoned rows stand out along the direction in which the last hidden layer varies most.
///
/// For each class, the hidden outputs R of its training rows are centred, and a row's outlier score is the
/// square of its projection on the first right singular vector of R. The authors remove the rows with the
/// largest scores and train again. To judge a whole model, we take how much this one direction explains: the
/// share of the first squared singular value in the sum of all, the largest over the classes.
///
/// Source: Tran, Li and Madry 2018, algorithm 1; the score of a model is ours.
public struct SpectralSignatures: Detector, Hashable, Codable {
    public init() {}

    public var name: String { "spectral signatures" }
    public var needs: Set<DetectorNeed> { [.hiddenLayer, .trainingRows] }

    public func obstacle(in dossier: Dossier) -> String? { dossier.obstacleOfSmallClasses(least: 2) }

    /// Of one pass of the training rows through the model, and their second moments in each class.
    public func cost(of dossier: Dossier) -> ObserverCost { dossier.costOfHiddenMoments }

    public func suspicion(_ dossier: Dossier, using coins: inout Generator) throws(DetectorError) -> Double {
        var largest = 0.0
        for (units, _) in dossier.hiddenUnitsOfClasses {
            let centred = units.addingToRows(-(units.columnSums / Double(units.rowCount)))
            let energy = centred.norm * centred.norm
            // All rows agree: nobody stands out.
            guard energy > 0 else { continue }
            largest = max(largest, try outlierScores(of: units).reduce(0, +) / energy)
        }
        return largest
    }

    /// ⟨rᵢ − mean, v⟩² with the first right singular vector v of the centred rows.
    ///
    /// - Parameter units: n × units, at least one row.
    /// - Returns: n scores.
    /// - Throws: `DetectorError.numerics`.
    public func outlierScores(of units: Matrix<Double>) throws(DetectorError) -> [Double] {
        let centred = units.addingToRows(-(units.columnSums / Double(units.rowCount)))
        do {
            let direction = try SymmetricEigen(centred.gram, largest: 1).vectors.row(0)
            return (centred * direction).map { $0 * $0 }
        } catch {
            throw .numerics(error)
        }
    }
}

extension Dossier {
    /// The hidden outputs of the training rows of each class that has any, with the class.
    var hiddenUnitsOfClasses: [(units: Matrix<Double>, class: Int)] {
        guard let model = model.hiddenLayer, let rows = trainingRows else { return [] }
        let units = model.hiddenUnits(of: rows.features)
        return rows.classNames.indices.compactMap { index in
            let members = rows.classes.indices.filter { rows.classes[$0] == index }
            return members.isEmpty ? nil : (units.rows(members), index)
        }
    }

    /// A sentence where a class has training rows, but too few; or where no class has any.
    func obstacleOfSmallClasses(least: Int) -> String? {
        guard let rows = trainingRows else { return nil }
        for (index, name) in rows.classNames.enumerated() {
            let count = rows.classes.count { $0 == index }
            if count > 0, count < least {
                return "the class \(name) has \(count) training rows, expected at least \(least)"
            }
        }
        return nil
    }

    /// n rows of h hidden units: n·h² / 2.
    var costOfHiddenMoments: ObserverCost {
        let (n, h) = (Double(trainingRows?.count ?? 0), Double(model.hiddenLayer?.hiddenUnitCount ?? 0))
        return ObserverCost(count: n * h * h / 2, operation: "multiplications")
    }
}
