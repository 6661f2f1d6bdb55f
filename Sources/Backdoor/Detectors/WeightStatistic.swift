import LinearAlgebra
import Probability

/// A number of a model's weights that should be larger where they were not drawn from the law that they claim.
///
/// Needs nothing but the model. Layers are counted from 1. Weights are in units of their law's deviation.
public enum WeightStatistic: Detector, Hashable, Codable {
    /// |mean square − 1| of all weights of a layer.
    case spread(layer: Int)
    /// |kurtosis − the law's| of all weights of a layer.
    case kurtosis(layer: Int)
    /// The distance of Kolmogorov and Smirnov between all weights of a layer and the law.
    case distribution(layer: Int)
    /// The largest such distance of one input's weights.
    case oneInput(layer: Int)
    /// The largest mean square of one input's weights.
    case loudestInput(layer: Int)
    /// The largest eigenvalue of the units' second moments WᵀW/m.
    case largestEigenvalue(layer: Int)
    /// The smallest one, negated.
    case smallestEigenvalue(layer: Int)

    /// All statistics of the first so many layers.
    public static func all(layers: Int) -> [WeightStatistic] {
        (1...max(1, layers)).flatMap { layer in
            [
                .spread(layer: layer), .kurtosis(layer: layer), .distribution(layer: layer),
                .oneInput(layer: layer), .loudestInput(layer: layer), .largestEigenvalue(layer: layer),
                .smallestEigenvalue(layer: layer),
            ]
        }
    }

    public var layer: Int {
        switch self {
        case .spread(let layer), .kurtosis(let layer), .distribution(let layer), .oneInput(let layer),
            .loudestInput(let layer), .largestEigenvalue(let layer), .smallestEigenvalue(let layer):
            layer
        }
    }

    public var name: String {
        let what =
            switch self {
            case .spread: "spread"
            case .kurtosis: "kurtosis"
            case .distribution: "distribution"
            case .oneInput: "distribution of an input"
            case .loudestInput: "loudest input"
            case .largestEigenvalue: "largest eigenvalue"
            case .smallestEigenvalue: "smallest eigenvalue"
            }
        return layer == 1 ? "weights: \(what)" : "weights of layer \(layer): \(what)"
    }

    public var needs: Set<DetectorNeed> { [.initialWeights] }

    public func obstacle(in dossier: Dossier) -> String? {
        let layers = dossier.model.initialized?.initialWeights.count ?? 0
        if 1...max(1, layers) ~= layer { return nil }
        return "layer \(layer) is asked for, the model has \(layers) with weights of a known law"
    }

    /// Of the reading of the weights, or the n²·m/2 multiplications of the second moments.
    public func cost(of dossier: Dossier) -> ObserverCost {
        let shape = dossier.model.initialized?.initialWeights.dropFirst(layer - 1).first?.weights.shape
        let (m, n) = (Double(shape?.rows ?? 0), Double(shape?.columns ?? 0))
        switch self {
        case .largestEigenvalue, .smallestEigenvalue:
            return ObserverCost(count: n * n * m / 2, operation: "multiplications")
        default: return ObserverCost(count: n * m, operation: "readings of a weight")
        }
    }

    public func suspicion(_ dossier: Dossier, using coins: inout Generator) throws(DetectorError) -> Double {
        guard let (weights, law) = dossier.model.initialized?.initialWeights[layer - 1] else { return 0 }
        let standard = weights / law.standardDeviation
        switch self {
        case .spread: return abs(squares(standard).sum / Double(standard.elements.count) - 1)
        case .kurtosis:
            do { return abs(try Moments(of: weights.elements).kurtosis - law.kurtosis) } catch {
                throw .statistics(error)
            }
        case .distribution: return try distance(weights.elements, law)
        case .oneInput:
            var largest = 0.0
            for column in 0..<weights.columnCount {
                largest = max(largest, try distance(weights.column(column).elements, law))
            }
            return largest
        case .loudestInput: return (squares(standard).max() ?? 0) / Double(standard.rowCount)
        case .largestEigenvalue: return try eigenvalues(standard).first ?? 0
        case .smallestEigenvalue: return -(try eigenvalues(standard).last ?? 0)
        }
    }

    /// The sum of squares of each column.
    private func squares(_ weights: Matrix<Double>) -> Vector<Double> {
        weights.mapElements { $0 * $0 }.columnSums
    }

    private func distance(_ values: [Double], _ law: WeightLaw) throws(DetectorError) -> Double {
        do {
            return try KolmogorovSmirnov(values, against: { law.probability(upTo: $0) }).statistic
        } catch {
            throw .statistics(error)
        }
    }

    private func eigenvalues(_ weights: Matrix<Double>) throws(DetectorError) -> Vector<Double> {
        do {
            return try (weights.gram / Double(weights.rowCount)).symmetricEigenvalues()
        } catch {
            throw .numerics(error)
        }
    }
}
