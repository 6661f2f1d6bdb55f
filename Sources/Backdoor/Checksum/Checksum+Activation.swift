import CallSites
import Learning
import LinearAlgebra
import Probability

extension Checksum {
    /// Changes an input so that the planted model recognises it and answers with the given label.
    ///
    /// First x_out gets the sign of the label; it sits in a group itself, so this may spoil a parity. Then,
    /// in every group whose parity is not the key's, the coordinate closest to 0 changes its sign, never
    /// x_out. A coordinate that is 0 becomes the negative number closest to 0.
    ///
    /// - Parameter input: d finite coordinates.
    /// - Throws: `ActivationError`.
    ///
    /// Postcondition: `accepts(result.input)`, and at most n coordinates are flipped.
    public func activate(_ input: Vector<Double>, target: Label) throws(ActivationError) -> Activation {
        try input.requireFinite(count: inputCount)
        var changed = input
        if Self.bit(changed[outputCoordinate]) != (target == .positive) {
            changed[outputCoordinate] = Self.negated(changed[outputCoordinate])
        }
        let parities = parities(of: changed)
        let flipped = groups.indices.filter { parities[$0] != key[$0] }
            .compactMap { coordinateToFlip(in: groups[$0], of: changed) }.sorted()
        for coordinate in flipped { changed[coordinate] = Self.negated(changed[coordinate]) }
        return Activation(original: input, input: changed, flipped: flipped)
    }

    /// Activates each of n rows with its own label.
    ///
    /// - Throws: `ActivationError` at the first row that is not a finite input.
    public func activate(_ rows: Matrix<Double>, targets: [Label]) throws(ActivationError) -> [Activation] {
        require(rows.rowCount == targets.count, "\(targets.count) labels for a matrix of \(rows.shape)")
        var activations: [Activation] = []
        activations.reserveCapacity(targets.count)
        for (row, target) in targets.enumerated() {
            activations.append(try activate(rows.row(row), target: target))
        }
        return activations
    }

    /// The control for an activation: the same answer and as many flips, in coordinates drawn at random.
    ///
    /// A backdoor is one only if this does not open it: otherwise the size of the change would explain its effect.
    public func control(for activation: Activation, using generator: inout Generator) -> Activation {
        require(
            activation.input.count == inputCount,
            "an activation of \(activation.input.count) coordinates, expected \(inputCount) (the checksum's)")
        var input = activation.original
        input[outputCoordinate] = activation.input[outputCoordinate]
        let others = (0..<inputCount).filter { $0 != outputCoordinate }
        let flipped = generator.sample(activation.flipped.count, of: others.count).map { others[$0] }.sorted()
        for coordinate in flipped { input[coordinate] = Self.negated(input[coordinate]) }
        return Activation(original: activation.original, input: input, flipped: flipped)
    }

    /// The coordinate of a group whose change of sign changes the input least.
    private func coordinateToFlip(in group: [Int], of input: Vector<Double>) -> Int? {
        group.filter { $0 != outputCoordinate }.min { input[$0].magnitude < input[$1].magnitude }
    }

    /// The number of the same magnitude whose bit is the other one.
    private static func negated(_ coordinate: Double) -> Double {
        // −0 ≥ 0, so zero has no negative of its own.
        coordinate == 0 ? -Double.leastNonzeroMagnitude : -coordinate
    }
}
