internal import CallSites

/// Student's distribution: of a mean divided by its estimated standard error.
public enum StudentDistribution {
    /// The value that a draw exceeds in magnitude with the given probability.
    ///
    /// - Parameter degreesOfFreedom: more than 0; the number of values less one, for a mean.
    public static func twoSidedQuantile(
        _ probability: Double, degreesOfFreedom: Double, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(
            degreesOfFreedom > 0, "Student's distribution with \(degreesOfFreedom) degrees of freedom", file,
            line)
        // P(|T| > t) = I_x(ν/2, 1/2) with x = ν / (ν + t²).
        let x = IncompleteBeta.quantile(probability, a: degreesOfFreedom / 2, b: 0.5)
        return (degreesOfFreedom * (1 - x) / x).squareRoot()
    }
}
