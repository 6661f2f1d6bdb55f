/// The measurements of Probability, one a file.
enum ProbabilityMeasurements {
    static let all: [Measurement] = [
        gaussianMatrix, kolmogorovSmirnov,
    ]
}
