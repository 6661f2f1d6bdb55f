/// The measurements of Backdoor, one a file.
enum BackdoorMeasurements {
    static let all: [Measurement] = [
        planting, activation, questions,
    ]
}
