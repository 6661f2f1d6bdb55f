internal import CallSites
internal import Glibc
internal import LinearAlgebra
public import Probability

/// Compares coordinates, or projections on random directions, with the normal distribution.
///
/// The score is −log₁₀ of the smallest p-value, multiplied by the number of directions looked at. By F4 a
/// direction shows nothing once gamma²(1 − c²) is 1 or more, c its cosine to the secret: only a coordinate
/// that nearly is the secret does, and random directions never.
public struct KolmogorovSmirnovSearch: Distinguisher, Hashable {
    /// Directions to look at.
    public enum Directions: Hashable, Sendable {
        case coordinates
        /// So many, uniform on the sphere, from the seed.
        case random(Int, seed: Int)
    }

    public let directions: Directions

    /// - Parameter directions: at least one.
    public init(_ directions: Directions = .coordinates, file: StaticString = #file, line: UInt = #line) {
        if case .random(let count, seed: _) = directions {
            require(count > 0, "\(count) directions", file, line)
        }
        self.directions = directions
    }

    public var name: String {
        switch directions {
        case .coordinates: "Kolmogorov and Smirnov on each coordinate"
        case .random(let count, seed: _): "Kolmogorov and Smirnov on \(count) random directions"
        }
    }

    public var knowledge: Knowledge { .nothing }
    public var guarantee: Guarantee { .proven }

    public func neededSamples(dimension: Int) -> Int { 1 }

    public func cost(samples: Int, dimension: Int) -> ObserverCost {
        let looks = Double(count(in: dimension))
        switch directions {
        case .coordinates:
            return ObserverCost(count: looks * Double(samples), operation: "error functions")
        case .random:
            return ObserverCost(
                count: looks * Double(samples) * Double(dimension), operation: "multiplications")
        }
    }

    public func score(_ points: Points<StandardUnits>) throws(CLWEError) -> Double {
        try requireSamples(points)
        let projections = projections(of: points)
        var smallest = 1.0
        for j in 0..<projections.columnCount {
            let sample = projections.column(j)
            guard let test = try? KolmogorovSmirnov(sample, against: NormalDistribution.probability(below:))
            else { throw .notFinite(name: "a coordinate of the points", value: "nan") }
            smallest = min(smallest, test.pValue)
        }
        return -log10(max(1e-300, smallest * Double(projections.columnCount)))
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        -log10(falseAlarmRate)
    }

    private func count(in dimension: Int) -> Int {
        switch directions {
        case .coordinates: dimension
        case .random(let count, seed: _): count
        }
    }

    private func projections(of points: Points<StandardUnits>) -> Matrix<Double> {
        switch directions {
        case .coordinates: return points.rows
        case .random(let count, let seed):
            var coins = Generator(seed: seed).stream("directions")
            let directions = Matrix<Double>(
                unsafeUninitializedRows: count, columns: points.dimension
            ) { buffer in
                for row in 0..<count {
                    let direction = coins.pointOnSphere(dimension: points.dimension)
                    let start = row * points.dimension
                    _ = buffer[start..<start + points.dimension].initialize(fromContentsOf: direction)
                }
            }
            return points.rows * directions.transposed
        }
    }
}
