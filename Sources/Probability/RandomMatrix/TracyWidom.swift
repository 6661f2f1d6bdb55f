/// The law of Tracy and Widom for real matrices: how the extreme eigenvalues of noise fluctuate.
public enum TracyWidom {
    /// What a draw exceeds with the given probability.
    ///
    /// By a gamma distribution with the same first three moments; within 0.01 for probabilities of 10⁻⁴ or
    /// more, and of the right order beyond. Source: Chiani 2014, "Distribution of the largest eigenvalue for
    /// real Wishart and Gaussian random matrices and a simple approximation for the Tracy-Widom
    /// distribution".
    public static func quantile(exceededWith probability: Double) -> Double {
        let (shape, scale, offset) = (46.446, 0.186054, 9.84801)
        return IncompleteGamma.upperQuantile(probability, a: shape) * scale - offset
    }
}
