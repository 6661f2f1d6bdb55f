internal import Glibc

// From which θ on a spike is seen, to leading order for growing n, k and m. Each is about flat spikes, whose
// entries are ±1/√k, and says where its constant comes from.
extension SpikeParameters {
    /// √(n/m): above it the largest eigenvalue of the covariance leaves those of noise. The constant is exact.
    ///
    /// Source: Baik, Ben Arous and Péché 2005; Baik and Silverstein 2006 for real points.
    public var spectralThreshold: Double { (Double(dimension) / Double(samples)).squareRoot() }

    /// 2k √(ln n / m): above it the variance of a coordinate of the spike, 1 + θ/k, leaves the largest of n
    /// variances of noise, 1 + 2 √(ln n / m).
    ///
    /// Source: the rate is that of Johnstone and Lu 2009 and of Amini and Wainwright 2009; the constant follows
    /// from the variance 2/m of a coordinate's variance.
    public var diagonalThreshold: Double {
        2 * Double(sparsity) * (log(Double(dimension)) / Double(samples)).squareRoot()
    }

    /// k / √m: the rate above which thresholding the covariance succeeds, and below which no algorithm of
    /// polynomial time is known for k < √n. Only the rate is known: the constant 1 is our choice.
    ///
    /// Source: Deshpande and Montanari 2014; Berthet and Rigollet 2013 for why less is conjectured to be hard.
    public var covarianceThreshold: Double { Double(sparsity) / Double(samples).squareRoot() }

    /// 2 √(ln C(n, k) / m): the variance along the best of C(n, k) directions of noise exceeds 1 by this much,
    /// if each has the variance 2/m. Below it a search of all supports drowns.
    ///
    /// The rate √(k ln(n/k) / m) is that of Berthet and Rigollet 2013 (their optimal detection); the constant
    /// is the first moment's.
    public var scanThreshold: Double {
        let (n, k) = (Double(dimension), Double(sparsity))
        let logCount = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
        return 2 * (max(0, logCount) / Double(samples)).squareRoot()
    }
}

// What the largest eigenvalue and its vector come to for growing n and m, with γ = n/m.
extension SpikeParameters {
    /// (1 + √γ)²: the largest eigenvalue without a spike, and with one below the threshold.
    public var edge: Double {
        let root = spectralThreshold
        return (1 + root) * (1 + root)
    }

    /// (1 + θ)(1 + γ/θ) above the threshold √γ, the edge below it.
    ///
    /// Source: Baik and Silverstein 2006.
    public var expectedTopEigenvalue: Double {
        guard strength > spectralThreshold else { return edge }
        return (1 + strength) * (1 + Double(dimension) / (Double(samples) * strength))
    }

    /// ⟨v, s⟩² of the top eigenvector v: (1 − γ/θ²) / (1 + γ/θ) above the threshold, 0 below it.
    ///
    /// Source: Paul 2007.
    public var expectedSquaredOverlap: Double {
        guard strength > spectralThreshold else { return 0 }
        let ratio = Double(dimension) / Double(samples)
        return (1 - ratio / (strength * strength)) / (1 + ratio / strength)
    }
}
