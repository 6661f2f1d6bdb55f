import LinearAlgebra

/// The arrays that `science_peers.py` has written for both sides.
struct Inputs: Sendable {
    let folder: String

    func matrix(_ name: String) throws -> Matrix<Double> {
        try Matrix(npy: "\(folder)/\(name).npy")
    }

    func vector(_ name: String) throws -> Vector<Double> {
        try Vector(npy: "\(folder)/\(name).npy")
    }
}
