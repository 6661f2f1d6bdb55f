/// The measurements of LinearAlgebra, one a file.
enum LinearAlgebraMeasurements {
    static let all: [Measurement] = [
        ridge, gram, spikedEigenvector, noiseEigenvector, symmetricEigen,
    ]
}
