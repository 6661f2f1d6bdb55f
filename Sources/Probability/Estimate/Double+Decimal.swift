internal import Glibc

extension Double {
    /// The e with 10ᵉ ≤ x < 10ᵉ⁺¹, for x > 0.
    var exponent10: Double { log10(self).rounded(.down) }

    /// The decimal number with the given number of places that is nearest.
    func rounded(toPlaces places: Int) -> Double {
        let unit = pow(10, Double(min(max(places, 0), 15)))
        return (self * unit).rounded() / unit
    }
}
