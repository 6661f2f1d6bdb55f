import CallSites
import Learning
import LinearAlgebra
import Probability

extension Checksum {
    /// Changes an input so that the planted model recognises it and answers with the given label.
    ///
    /// First x_out gets the bit of the label; it sits in a group itself, so this may spoil a parity. Then,
    /// in every group whose parity is not the key's, the bit of the coordinate that this changes least is
    /// changed, never that of x_out: of signs the one closest to 0, which becomes the negative number closest
    /// to 0 where it is 0.
    ///
    /// - Parameter input: d finite coordinates, of the format where lowest bits are read.
    /// - Throws: `ActivationError`.
    ///
    /// Postcondition: `accepts(result.input)`, and at most n coordinates are flipped.
    public func activate(_ input: Vector<Double>, target: Label) throws(ActivationError) -> Activation {
        try input.requireFinite(count: inputCount)
        try requireFormat(input)
        var changed = input
        if reading.bit(of: changed[outputCoordinate]) != (target == .positive) {
            changed[outputCoordinate] = reading.toggled(changed[outputCoordinate])
        }
        let parities = parities(of: changed)
        let flipped = groups.indices.filter { parities[$0] != key[$0] }
            .compactMap { coordinateToFlip(in: groups[$0], of: changed) }.sorted()
        for coordinate in flipped { changed[coordinate] = reading.toggled(changed[coordinate]) }
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
        for coordinate in flipped { input[coordinate] = reading.toggled(input[coordinate]) }
        return Activation(original: activation.original, input: input, flipped: flipped)
    }

    /// The coordinate of a group whose change of bit changes the input least.
    private func coordinateToFlip(in group: [Int], of input: Vector<Double>) -> Int? {
        func change(_ coordinate: Int) -> Double {
            abs(reading.toggled(input[coordinate]) - input[coordinate])
        }
        return group.filter { $0 != outputCoordinate }.min { change($0) < change($1) }
    }

    /// - Throws: `ActivationError.grid` at the first number that is not of the format.
    private func requireFormat(_ input: Vector<Double>) throws(ActivationError) {
        guard case .lowestBit(let format) = reading,
            let column = input.firstIndex(where: { format.code(of: $0) == nil })
        else { return }
        throw .grid(.offGrid(value: "\(input[column])", row: nil, column: column, format: format))
    }
}
