import Learning
import LinearAlgebra

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
