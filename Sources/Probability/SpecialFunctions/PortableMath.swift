/// exp and log that give the same bits on every machine.
///
/// The C library's versions are more accurate, but it chooses between several by processor, and their last
/// bits differ. These use only +, −, · and /, which IEEE 754 defines exactly. Relative error below 4 · 10⁻¹⁶.
enum PortableMath {
    /// eˣ for −700 ≤ x ≤ 700: x = k ln 2 + r with |r| ≤ ln 2 / 2, then Taylor's series of eʳ.
    static func exp(_ x: Double) -> Double {
        let k = (x * 1.4426950408889634).rounded()
        // ln 2 in two parts; the first has 21 trailing zeros, so k times it is exact.
        let r = (x - k * 0.6931471803691238) - k * 1.9082149292705877e-10
        // 1 / n!; |r|¹⁴ / 14! < 5 · 10⁻¹⁸. Even and odd powers are two chains that a processor can overlap.
        let square = r * r
        var even = 1 / 479_001_600.0
        even = even * square + 1 / 3_628_800.0
        even = even * square + 1 / 40_320.0
        even = even * square + 1 / 720.0
        even = even * square + 1 / 24.0
        even = even * square + 0.5
        var odd = 1 / 6_227_020_800.0
        odd = odd * square + 1 / 39_916_800.0
        odd = odd * square + 1 / 362_880.0
        odd = odd * square + 1 / 5_040.0
        odd = odd * square + 1 / 120.0
        odd = odd * square + 1 / 6.0
        let sum = 1 + (r + square * (even + r * odd))
        return sum * Double(bitPattern: UInt64(1023 + Int(k)) << 52)
    }

    /// ln x for normal x > 0: x = 2ᵏ m with √½ ≤ m < √2, then ln m = 2 artanh s with s = (m − 1) / (m + 1).
    static func log(_ x: Double) -> Double {
        var k = Double(x.exponent)
        var m = x.significand
        if m > 1.4142135623730951 {
            m /= 2
            k += 1
        }
        let s = (m - 1) / (m + 1)
        // |s| < 0.1716, so s²·²⁰ < 10⁻³⁰.
        var sum = 0.0
        for n in stride(from: 19, through: 1, by: -1) { sum = 1 / Double(2 * n + 1) + s * s * sum }
        return k * 0.6931471803691238 + (k * 1.9082149292705877e-10 + (2 * s + 2 * s * s * s * sum))
    }
}
