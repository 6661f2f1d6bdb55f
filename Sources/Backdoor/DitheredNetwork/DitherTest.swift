import LinearAlgebra
import Probability

/// A number of a published network that should be larger where its noise is planted. Layers are counted from 1.
public enum DitherTest: Hashable, Sendable {
    /// The mean square of all entries.
    case energy(layer: Int)
    /// The largest sum of squares of a column: the diagonal of the rows' covariance.
    case largestColumn(layer: Int)
    /// The largest sum of squares of a row.
    case largestRow(layer: Int)
    /// The mean square along the mean natural input of the layer.
    case alongData(layer: Int)
    /// The largest eigenvalue of the rows' covariance, on the scale on which noise follows the law of Tracy and
    /// Widom.
    case topEigenvalue(layer: Int)
    /// The longest gradient of a class, in units of the median length.
    case longestGradient
    /// The largest entry of a gradient, in units of its root mean square: a trigger of few pixels.
    case largestPixel

    /// The tests of a network of so many layers, the cheap ones first.
    public static func all(layers: Int) -> [DitherTest] {
        let numbers = Array(1...max(1, layers))
        return numbers.map(DitherTest.energy) + numbers.map(DitherTest.largestColumn)
            + numbers.map(DitherTest.largestRow) + numbers.map(DitherTest.alongData)
            + [.longestGradient, .largestPixel] + numbers.map(DitherTest.topEigenvalue)
    }

    /// - Throws: `DitherError.noLayer` for a layer that there is none of, `.numerics` where the
    ///   singular value is not found.
    public func score(_ evidence: DitherEvidence) throws(DitherError) -> Double {
        switch self {
        case .energy(let layer):
            let noise = try evidence.layer(layer)
            return noise.norm * noise.norm / Double(noise.rowCount * noise.columnCount)
        case .largestColumn(let layer):
            return try evidence.layer(layer).mapElements { $0 * $0 }.columnSums.max() ?? 0
        case .largestRow(let layer): return try evidence.layer(layer).rowSquares.max() ?? 0
        case .alongData(let layer):
            let noise = try evidence.layer(layer)
            let mean = evidence.means[layer - 1]
            let along = noise * mean
            return along.dot(along) / (mean.dot(mean) * Double(noise.rowCount))
        case .topEigenvalue(let layer): return try evidence.layer(layer).standardisedTopEigenvalue()
        case .longestGradient:
            let squares = evidence.gradients.rowSquares.sorted()
            return ((squares.last ?? 0) / squares[squares.count / 2]).squareRoot()
        case .largestPixel:
            return (0..<evidence.gradients.rowCount).map { index in
                let row = evidence.gradients.row(index)
                return row.normInfinity / (row.norm / Double(row.count).squareRoot())
            }.max() ?? 0
        }
    }
}

extension DitherTest: CustomStringConvertible {
    public var description: String {
        switch self {
        case .energy(let layer): "energy, layer \(layer)"
        case .largestColumn(let layer): "largest column, layer \(layer)"
        case .largestRow(let layer): "largest row, layer \(layer)"
        case .alongData(let layer): "along the data, layer \(layer)"
        case .topEigenvalue(let layer): "top eigenvalue, layer \(layer)"
        case .longestGradient: "longest gradient"
        case .largestPixel: "largest pixel of a gradient"
        }
    }
}

extension DitherEvidence {
    fileprivate func layer(_ number: Int) throws(DitherError) -> Matrix<Double> {
        guard noise.indices.contains(number - 1) else {
            throw .noLayer(number, layers: noise.count)
        }
        return noise[number - 1]
    }
}

extension Matrix<Double> {
    /// The sum of squares of each row.
    fileprivate var rowSquares: [Double] {
        (0..<rowCount).map { index in
            let row = row(index)
            return row.dot(row)
        }
    }

    /// From the smaller of both Gram matrices, which have the same eigenvalues but for zeros.
    fileprivate func standardisedTopEigenvalue() throws(DitherError) -> Double {
        let gram = rowCount < columnCount ? self * transposed : gram
        do {
            let largest = try SymmetricEigen(gram, largest: 1).values[0] / Double(rowCount)
            return MarchenkoPastur.standardised(
                largest: largest, samples: rowCount, dimension: columnCount)
        } catch {
            throw .numerics(error)
        }
    }
}
