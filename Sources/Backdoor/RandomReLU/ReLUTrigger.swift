import LinearAlgebra

/// How an input is moved along a direction s.
public enum ReLUTrigger: Hashable, Sendable, Codable {
    /// x′ = x + λs, the paper's.
    ///
    /// It makes the input longer, and a network of random units is a detector of long inputs: of a honest
    /// network, too, it raises the mean, and so does any other direction.
    case added(length: Double)
    /// x′ = ‖x‖ (x + λs) / ‖x + λs‖, which keeps the norm of x.
    ///
    /// Over the draw of a honest network its mean stays exactly what it was; what is left is the backdoor's.
    case normPreserving(length: Double)

    /// λ, in the unit of the inputs.
    public var length: Double {
        switch self {
        case .added(let length), .normPreserving(let length): length
        }
    }

    /// The mean of the units, over their draw, at an activated input of norm r that is orthogonal to s.
    ///
    /// √(V / 2π), for `added` with V = r² + (1 + θ)λ², for `normPreserving` with
    /// V = r² (1 + θλ² / (r² + λ²)).
    ///
    /// - Parameters:
    ///   - norm: r, at least 0.
    ///   - strength: θ; 0 for a honest network.
    /// - Throws: `ReLUError.triggerLength`.
    public func level(norm: Double, strength: Double) throws(ReLUError) -> Double {
        try requireLength()
        let (r, square) = (norm * norm, length * length)
        let variance =
            switch self {
            case .added: r + (1 + strength) * square
            case .normPreserving: r * (1 + strength * square / (r + square))
            }
        return (variance / (2 * Double.pi)).squareRoot()
    }

    /// Each row moved along the unit vector s.
    func moved(_ rows: Matrix<Double>, along direction: Vector<Double>) throws(ReLUError) -> Matrix<Double> {
        try requireLength()
        let added = rows.addingToRows(length * direction)
        guard case .normPreserving = self else { return added }
        var factors: [Double] = []
        for index in 0..<rows.rowCount {
            let (before, after) = (rows.row(index).norm, added.row(index).norm)
            guard after > 0 else { throw .movedToZero(row: index) }
            factors.append(before / after)
        }
        return added.scalingRows(by: Vector(factors))
    }

    private func requireLength() throws(ReLUError) {
        guard length > 0, length.isFinite else { throw .triggerLength("\(length)") }
    }
}
