internal import Glibc
public import LinearAlgebra
public import Probability

/// Tries every coordinate as the secret: breaks k = 1, however large gamma.
public struct CoordinateScan: KeyFinder, Hashable {
    /// Of the pancakes that are looked for.
    public let parameters: PancakeParameters<StandardUnits>

    public init(_ parameters: PancakeParameters<StandardUnits>) { self.parameters = parameters }

    public var name: String { "scan of the coordinates" }
    public var knowledge: Knowledge { .parameters }
    public var guarantee: Guarantee { .proven }

    public func neededSamples(dimension: Int) -> Int { 1 }

    public func cost(samples: Int, dimension: Int) -> ObserverCost {
        ObserverCost(count: Double(samples) * Double(dimension), operation: "cosines")
    }

    /// The mean of cos(2π(γ·yⱼ − shift)) for each coordinate j.
    public func meanCosines(_ points: Points<StandardUnits>) -> Vector<Double> {
        meanCosines(points, sign: 1)
    }

    /// The coordinate that fits best, with either sign. All points serve to find it; the candidates are
    /// counted.
    public func key(in points: Points<StandardUnits>) throws(CLWEError) -> FoundKey? {
        try requireSamples(points)
        var best = (cosine: -2.0, place: 0, sign: 1.0)
        // For the shifts 0 and ½ both signs are the same.
        for sign in [1.0, -1] {
            for (place, cosine) in meanCosines(points, sign: sign).enumerated() where cosine > best.cosine {
                best = (cosine, place, sign)
            }
        }
        var frequency = Vector<Double>.zeros(points.dimension)
        frequency[best.place] = best.sign * parameters.gamma
        return FoundKey(
            frequency, meanCosine: best.cosine, heldOutCount: points.count,
            candidateCount: 2 * points.dimension, gamma: parameters.gamma)
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        FoundKey.threshold(
            candidates: 2 * dimension, heldOut: samples, gamma: parameters.gamma,
            falseAlarmRate: falseAlarmRate)
    }

    private func meanCosines(_ points: Points<StandardUnits>, sign: Double) -> Vector<Double> {
        let (rows, comb) = (points.rows, Comb(shift: parameters.shift))
        return Vector(
            (0..<points.dimension).map { comb.meanCosine((sign * parameters.gamma) * rows.column($0)) })
    }
}
