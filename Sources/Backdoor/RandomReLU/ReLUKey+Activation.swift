import Learning
import LinearAlgebra

extension ReLUKey {
    /// x′ for each of many inputs, moved along s by the trigger.
    ///
    /// Whether the key is the network's is not asked, for a key on a network that it does not open is a
    /// control; `requireOwnership(of:)` asks.
    ///
    /// - Throws: `ReLUError.input` for rows of another length or that are not finite, `.triggerLength`, and
    ///   `.movedToZero` for a row that `normPreserving` cannot bring back to its norm.
    public func activate(_ rows: Matrix<Double>, by trigger: ReLUTrigger) throws(ReLUError) -> Matrix<Double>
    {
        do { try rows.requireFiniteRows(of: inputCount) } catch { throw .input(error) }
        return try trigger.moved(rows, along: direction)
    }

    /// One input moved along s, and what that changed.
    ///
    /// - Throws: as for many inputs.
    public func activate(_ input: Vector<Double>, by trigger: ReLUTrigger) throws(ReLUError) -> Activation {
        let changed = try activate(Matrix(row: input), by: trigger).row(0)
        return Activation(original: input, input: changed, flipped: support)
    }

    /// (1/m) Σ ⟨gᵢ, s⟩²: about 1 + θ with standard deviation (1 + θ)√(2/m) for the weights of the key, about 1
    /// with standard deviation √(2/m) for honest ones.
    ///
    /// - Throws: `ReLUError.keyLength` for a network of other inputs.
    public func variance(of network: RandomReLUNetwork) throws(ReLUError) -> Double {
        try requireInputs(of: network)
        let projections = network.weights * direction
        return projections.dot(projections) / Double(network.unitCount)
    }

    /// Checks that the weights vary more along this key.
    ///
    /// A foreign key passes with a probability below exp(−m (t − ln(1 + t)) / 2) for t = θ/2, by Chernoff's bound
    /// for χ².
    ///
    /// - Throws: `ReLUError.foreignKey` where the variance is nearer to 1 than to 1 + θ, or `.keyLength`.
    public func requireOwnership(of network: RandomReLUNetwork) throws(ReLUError) {
        let found = try variance(of: network)
        guard found >= 1 + strength / 2 else {
            throw .foreignKey(variance: found, expected: 1 + strength)
        }
    }

    func requireInputs(of network: RandomReLUNetwork) throws(ReLUError) {
        guard network.inputCount == inputCount else {
            throw .keyLength(inputCount, inputs: network.inputCount)
        }
    }
}
