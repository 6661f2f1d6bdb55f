internal import CallSites
internal import Glibc

/// erf x = 2/√π ∫₀ˣ e^(−t²) dt, its complement and their inverses.
///
/// The functions themselves are those of the C library, within 2 units in the last place; the inverses are
/// within 4 · 10⁻¹⁵ of the exact value, relatively, wherever it is a normal number.
public enum ErrorFunction {
    public static func erf(_ x: Double) -> Double { Glibc.erf(x) }

    /// 1 − erf x, without cancellation for large x.
    public static func erfc(_ x: Double) -> Double { Glibc.erfc(x) }

    /// The x with erf x = y.
    ///
    /// - Parameter y: in −1...1; infinite at the ends.
    public static func inverseErf(
        _ y: Double, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(abs(y) <= 1, "inverse error function at \(y), which is not in -1...1", file, line)
        // The normal quantile of (1 + y)/2, handed over as its distance from ½ and as its smaller tail: both
        // are exact, which (1 + y)/2 is not for small y.
        return NormalDistribution.quantile(centre: y / 2, tail: (1 - abs(y)) / 2) * 0.5.squareRoot()
    }

    /// The x with erfc x = y.
    ///
    /// - Parameter y: in 0...2; infinite at the ends.
    public static func inverseErfc(
        _ y: Double, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(
            (0...2).contains(y), "inverse complementary error function at \(y), which is not in 0...2", file,
            line)
        return -NormalDistribution.quantile(centre: (y - 1) / 2, tail: min(y, 2 - y) / 2) * 0.5.squareRoot()
    }
}
