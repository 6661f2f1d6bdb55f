/// The measurements of Learning, one a file.
enum LearningMeasurements {
    static let all: [Measurement] = [
        fourierFeatures, logistic, wideLogistic, ridgeFit, reluPerceptron, tanhPerceptron,
        projectedGradient, smoothing,
    ]
}
