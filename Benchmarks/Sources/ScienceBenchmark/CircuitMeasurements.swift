/// The measurements of Circuits, one a file.
enum CircuitMeasurements {
    static let all: [Measurement] = [
        hashCircuit, hashVerifier,
    ]
}
