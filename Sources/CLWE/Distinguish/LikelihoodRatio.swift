internal import Glibc
public import Probability

/// Knows the key: no observer decides better (Neyman and Pearson).
///
/// The score is the mean of ln (density of pancakes / normal density) over the points.
public struct LikelihoodRatio: Distinguisher, Hashable {
    /// The pancakes that are looked for, with their key.
    public let pancakes: HomogeneousCLWE

    public init(_ pancakes: HomogeneousCLWE) { self.pancakes = pancakes }

    public var name: String { "likelihood ratio with the key" }
    public var knowledge: Knowledge { .key }
    public var guarantee: Guarantee { .proven }

    public func neededSamples(dimension: Int) -> Int { 1 }

    public func cost(samples: Int, dimension: Int) -> ObserverCost {
        ObserverCost(count: Double(samples) * Double(dimension), operation: "multiplications")
    }

    public func score(_ points: Points<StandardUnits>) throws(CLWEError) -> Double {
        try requireSamples(points)
        guard points.dimension == pancakes.secret.dimension else {
            throw .dimensionMismatch(
                of: "a point", points.dimension, expected: pancakes.secret.dimension, in: "the secret")
        }
        return pancakes.logLikelihoodRatios(of: points).sum / Double(points.count)
    }

    /// The ratio of densities has the mean 1 under the normal one, so it exceeds 1/α with a probability of at
    /// most α (Markov).
    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        -log(falseAlarmRate) / Double(samples)
    }
}
