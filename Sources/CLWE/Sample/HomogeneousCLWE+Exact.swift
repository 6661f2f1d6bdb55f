internal import CallSites
internal import LinearAlgebra
public import Probability

// Goals, in this order: exactly the distribution, then speed. No sample is thrown away: the layer is drawn
// from the discrete Gaussian that it has, the place in it from a normal distribution, and a normal vector is
// moved along u to that place. Rivals get the layer wrong (drawn uniformly: the variance along u is then 0.1
// instead of 1 at gamma = 6.3) or add the noise to a layer of variance γ² (variance along u 1 + β²/γ²).
extension HomogeneousCLWE {
    /// Draws from the distribution, without rejection.
    ///
    /// With v = β² + γ², a from the discrete Gaussian of variance v on ℤ + shift, and normal z:
    /// t = γa/v + βz/√v, and y ← y + (t − ⟨y, u⟩) u for y from N(0, Iₙ).
    ///
    /// - Returns: `count` points of n numbers.
    /// - Complexity: n normal numbers and 4k further operations a point.
    public func points(
        _ count: Int, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> Points<StandardUnits> {
        require(count >= 0, "\(count) points", file, line)
        let targets = positions(count, using: &generator)
        let dimension = secret.dimension
        let direction = secret.support.map { (place: $0, entry: secret.direction[$0]) }
        let isDense = direction.count == dimension
        let rows = Matrix<Double>(unsafeUninitializedRows: count, columns: dimension) { buffer in
            // Some rows of 16 kB together: they are moved while they are in the first cache.
            let blockSize = max(1, 2048 / dimension) * dimension
            generator.fillWithGaussians(buffer, blockSize: blockSize) { block in
                for row in block.lowerBound / dimension..<block.upperBound / dimension {
                    let point = UnsafeMutableBufferPointer(
                        rebasing: buffer[row * dimension..<(row + 1) * dimension])
                    if isDense {
                        HomogeneousCLWE.move(point, along: secret.direction, to: targets[row])
                    } else {
                        HomogeneousCLWE.move(point, along: direction, to: targets[row])
                    }
                }
            }
        }
        return Points(rows)
    }

    /// Draws of ⟨y, u⟩.
    func positions(_ count: Int, using generator: inout Generator) -> [Double] {
        let indices = generator.draws(count, from: layers.indices)
        let noise = generator.gaussians(count)
        return zip(indices, noise).map { layers.spacing * $0 + layers.width * $1 }
    }

    @inline(__always)
    private static func move(
        _ point: UnsafeMutableBufferPointer<Double>, along direction: [(place: Int, entry: Double)],
        to target: Double
    ) {
        var product = 0.0
        for (place, entry) in direction { product += point[place] * entry }
        let step = target - product
        for (place, entry) in direction { point[place] += step * entry }
    }

    @inline(__always)
    private static func move(
        _ point: UnsafeMutableBufferPointer<Double>, along direction: Vector<Double>, to target: Double
    ) {
        direction.withUnsafeBufferPointer { direction in
            // Eight sums, so that the additions need not wait for each other.
            var sums = SIMD8<Double>(repeating: 0)
            let whole = point.count & ~7
            for start in stride(from: 0, to: whole, by: 8) {
                for lane in 0..<8 { sums[lane] += point[start + lane] * direction[start + lane] }
            }
            var product = sums.sum()
            for place in whole..<point.count { product += point[place] * direction[place] }
            let step = target - product
            for place in 0..<point.count { point[place] += step * direction[place] }
        }
    }
}
