import CLWE
import Learning
import LinearAlgebra
import Probability

extension CLWEMeasurements {
    static let sparsePancakes = pancakes("pancakes")
    static let densePancakes = pancakes("pancakes-dense")

    /// 100,000 × 64 pancakes by the exact sampler. Two generators cannot give the same points, so moments are
    /// compared: of all numbers, of the places along the secret, and of the cosines that show the layers.
    private static func pancakes(_ name: String) -> Measurement {
        Measurement(name: name) { inputs in
            let secret = try Secret(along: inputs.vector("\(name)-direction"))
            let pancakes = try HomogeneousCLWE(
                .paper(dimension: secret.dimension, sparsity: secret.sparsity, beta: 0.01), secret: secret)
            let count = 100_000
            return Work(
                run: {
                    var coins = Generator(seed: "benchmark")
                    return pancakes.points(count, using: &coins)
                },
                values: { points in
                    let numbers = points.rows.elements
                    let along = (points.rows * secret.direction).elements
                    let cosines = (points.rows * pancakes.frequency).cosinesOfTurns
                    guard let all = try? Moments(of: numbers), let places = try? Moments(of: along) else {
                        return []
                    }
                    return [
                        all.mean, all.variance, all.kurtosis, places.variance, cosines.sum / Double(count),
                    ]
                },
                // As many normal numbers, into memory of the same size.
                library: {
                    var coins = Generator(seed: "benchmark")
                    _ = coins.gaussians(count * secret.dimension)
                })
        }
    }
}
