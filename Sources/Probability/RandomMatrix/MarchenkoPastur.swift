internal import Glibc

/// The eigenvalues of YᵀY / m for m normal points Y of n dimensions: where their bulk ends, and how the largest
/// fluctuates.
public enum MarchenkoPastur {
    /// The ends of the eigenvalues' law for growing n and m, (1 ± √(n/m))²; 0 from below where n ≥ m.
    public static func edges(samples: Int, dimension: Int) -> ClosedRange<Double> {
        let ratio = (Double(dimension) / Double(samples)).squareRoot()
        return (dimension < samples ? (1 - ratio) * (1 - ratio) : 0)...(1 + ratio) * (1 + ratio)
    }

    /// The largest eigenvalue, centred and scaled so that it follows the law of Tracy and Widom.
    ///
    /// Source: Johnstone 2001 centres with m − 1 and n; both less ½ is closer for few samples (Ma 2012).
    public static func standardised(largest: Double, samples: Int, dimension: Int) -> Double {
        let (a, b) = roots(samples, dimension)
        return (Double(samples) * largest - (a + b) * (a + b)) / ((a + b) * cbrt(1 / a + 1 / b))
    }

    /// The smallest eigenvalue on a logarithmic scale, turned so that it follows the law of Tracy and Widom.
    ///
    /// The logarithm comes close to the law much sooner than the eigenvalue itself (Ma 2012).
    ///
    /// - Returns: large numbers for small eigenvalues; defined for more samples than dimensions.
    public static func standardised(smallest: Double, samples: Int, dimension: Int) -> Double {
        let (a, b) = roots(samples, dimension)
        let scale = cbrt(1 / b - 1 / a) / (a - b)
        return -(log(max(smallest * Double(samples), 1e-300)) - 2 * log(a - b) - scale * scale / 8) / scale
    }

    private static func roots(_ samples: Int, _ dimension: Int) -> (Double, Double) {
        ((Double(samples) - 0.5).squareRoot(), (Double(dimension) - 0.5).squareRoot())
    }
}
