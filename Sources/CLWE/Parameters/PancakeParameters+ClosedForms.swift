internal import Glibc

// What one who knows the secret, or nearly, sees. The names F1 and F2 are those of the book.
extension PancakeParameters where Units == StandardUnits {
    /// F1: E cos(2π(⟨y, ω⟩ − shift)) with ω = γu: close to exp(−2π²β²), and to 0 without pancakes.
    ///
    /// For the shift ½ it is −E cos(2π⟨y, ω⟩).
    public var meanCosine: Double { meanCosine() }

    /// F2: E cos(2π(⟨y, ω + δ⟩ − shift)), close to exp(−2π²(β² + ‖δ‖²)): the needle in the haystack has a
    /// radius of 1/2π, however long ω is.
    ///
    /// - Parameters:
    ///   - parallel: the part of δ along the secret, with its sign.
    ///   - perpendicular: the length of the part across it.
    public func meanCosine(parallel: Double = 0, perpendicular: Double = 0) -> Double {
        let length = hypot(gamma + parallel, perpendicular)
        let cosine = length == 0 ? 1 : (gamma + parallel) / length
        return PancakeMarginal(self, cosine: cosine).meanCosine(frequency: length, phase: shift)
    }

    /// The same for N(0, Iₙ): exp(−2π²‖ω + δ‖²) cos(2π shift).
    public func meanCosineOfClean(parallel: Double = 0, perpendicular: Double = 0) -> Double {
        let length = hypot(gamma + parallel, perpendicular)
        return exp(-2 * Double.pi * Double.pi * length * length) * cos(2 * Double.pi * shift)
    }
}
