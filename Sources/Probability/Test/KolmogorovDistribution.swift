internal import CallSites
internal import Glibc

// Goals, in this order: the p-value right to more digits than anyone will read; small p-values right
// relatively; speed for samples of a million.
//
// No single formula does it (Simard and L'Ecuyer 2011, "Computing the two-sided Kolmogorov-Smirnov
// distribution"); their choice between formulas is followed, with Marsaglia's matrix also where they use
// Pomeranz's recursion: where n ≤ 140 it costs less than a millisecond.
/// The distribution of D, the largest distance between a continuous distribution function and that of n
/// values drawn from it.
public enum KolmogorovDistribution {
    /// P(D ≥ d).
    ///
    /// The absolute error is below 10⁻¹² for n ≤ 140 and below 10⁻⁷ for larger n; the relative one below 10⁻⁷
    /// where n d² ≥ 4 and n ≤ 140 or n d² ≥ 2.2.
    ///
    /// - Parameter count: n, at least 1.
    public static func probability(
        atLeast d: Double, count n: Int, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(n > 0, "Kolmogorov's distribution for \(n) values", file, line)
        let size = Double(n)
        if d >= 1 { return 0 }
        if size * d <= 0.5 { return 1 }
        // Both one-sided distances cannot be ½ or more; where they are large, they hardly ever are together.
        if d >= 0.5 || size * d * d >= (n <= 140 ? 4 : 2.2) { return min(1, 2 * oneSided(atLeast: d, n)) }
        let isSmall = n <= 140 || (n <= 100_000 && size * d * d.squareRoot() <= 1.4)
        return min(1, max(0, 1 - (isSmall ? DurbinMatrix.probability(below: d, n) : series(below: d, size))))
    }

    /// P(max (F_n − F) ≥ d) = Σⱼ d / (d + j/n) · C(n, j) (d + j/n)ʲ (1 − d − j/n)ⁿ⁻ʲ (Smirnov 1944).
    ///
    /// The binomial terms are computed by Loader's method as in `IncompleteBeta`.
    static func oneSided(atLeast d: Double, _ n: Int) -> Double {
        let size = Double(n)
        let error = IncompleteBeta.stirlingError(size)
        // j = 0: (1 − d)ⁿ.
        var sum = exp(size * log1p(-d))
        for j in stride(from: 1, through: Int(size * (1 - d)), by: 1) {
            let (k, p) = (Double(j), d + Double(j) / size)
            if j == n || p >= 1 { break }
            let exponent =
                error - IncompleteBeta.stirlingError(k) - IncompleteBeta.stirlingError(size - k)
                - IncompleteBeta.deviance(k, size * p) - IncompleteBeta.deviance(size - k, size * (1 - p))
            sum += d / p * exp(exponent) * (size / (2 * Double.pi * k * (size - k))).squareRoot()
        }
        return sum
    }

    /// P(D < d) by the first four terms of its series in 1/√n.
    ///
    /// Source: Pelz and Good 1976, "Approximating the lower tail-areas of the Kolmogorov-Smirnov one-sample
    /// statistic", with theta functions turned over so that they converge for small z = d √n.
    static func series(below d: Double, _ n: Double) -> Double {
        let z = n.squareRoot() * d
        let (z2, pi2) = (z * z, Double.pi * Double.pi)
        let (z4, z6, pi4, pi6) = (z2 * z2, z2 * z2 * z2, pi2 * pi2, pi2 * pi2 * pi2)
        var sums = (0.0, 0.0, 0.0, 0.0)
        for k in 1...Int((16 * z / Double.pi).rounded(.up)) {
            let odd = Double(2 * k - 1)
            let m = odd * odd
            let weight = exp(-pi2 / (8 * z2) * m)
            sums.0 += weight
            sums.1 += weight * (pi2 / 4 * m - z2)
            sums.2 +=
                weight * (6 * z6 + 2 * z4 + (2 * z4 - 5 * z2) * pi2 / 4 * m + pi4 * (1 - 2 * z2) / 16 * m * m)
            let (first, second) = (
                (135 * z4 - 96 * z6) * pi2 / 4 * m, (212 * z4 - 60 * z2) * pi4 / 16 * m * m
            )
            sums.3 +=
                weight * (pi6 * (5 - 30 * z2) / 64 * m * m * m + second + first - 30 * z6 - 90 * z4 * z4)
        }
        var extra = (0.0, 0.0)
        for k in 1...Int((16 * z / Double.pi).rounded(.up)) {
            let m = Double(k * k)
            let weight = exp(-pi2 / (2 * z2) * m) * m
            extra.0 += weight
            extra.1 += weight * (3 * z2 - pi2 * m)
        }
        let root = (2 * Double.pi).squareRoot()
        let second = root * (sums.2 / (72 * z6 * z) - pi2 * extra.0 / (36 * z2 * z))
        let third = root * (sums.3 / (6480 * z6 * z4) + pi2 * extra.1 / (216 * z6))
        return root * sums.0 / z + root * sums.1 / (6 * z4 * n.squareRoot()) + second / n
            + third / (n * n.squareRoot())
    }
}
