import Learning
import LinearAlgebra

extension FourierKey {
    /// ω/s: what is added to an input of the model with these features.
    ///
    /// - Throws: `FourierError.keyLength` for a model of other inputs.
    public func trigger(for features: RandomFourierFeatures) throws(FourierError) -> Vector<Double> {
        guard inputCount == features.inputCount else {
            throw .keyLength(inputCount, inputs: features.inputCount)
        }
        return frequency / features.scale
    }

    /// x′ = x + ω/s for each of many inputs.
    ///
    /// Activated twice, an input is about as if it had not been: 2ω moves a frequency's phase by whole turns.
    /// Whether the key is the model's is not asked, for a key on a model that it does not open is a control;
    /// `requireOwnership(of:)` asks.
    ///
    /// - Throws: `FourierError.keyLength`, or `.input` for rows of another length or that are not finite.
    public func activate(
        _ rows: Matrix<Double>, for features: RandomFourierFeatures
    ) throws(FourierError) -> Matrix<Double> {
        let trigger = try trigger(for: features)
        try requireFinite(rows)
        return rows.addingToRows(trigger)
    }

    /// x = x′ − ω/s, the inverse of `activate` up to rounding.
    ///
    /// - Throws: as `activate`.
    public func deactivate(
        _ rows: Matrix<Double>, for features: RandomFourierFeatures
    ) throws(FourierError) -> Matrix<Double> {
        let trigger = try trigger(for: features)
        try requireFinite(rows)
        return rows.addingToRows(-trigger)
    }

    /// One input with the trigger added, and what that changed.
    ///
    /// - Throws: as for many inputs.
    public func activate(
        _ input: Vector<Double>, for features: RandomFourierFeatures
    ) throws(FourierError) -> Activation {
        let changed = try activate(Matrix(row: input), for: features).row(0)
        return Activation(original: input, input: changed, flipped: support)
    }

    /// −mean cos(2π⟨g, ω⟩) over the frequencies: e^(−2π²β²) with standard deviation below 1/√m for those of
    /// the key, 0 with standard deviation 1/√(2m) for honest ones.
    ///
    /// - Throws: `FourierError.keyLength` for a model of other inputs.
    public func agreement(with features: RandomFourierFeatures) throws(FourierError) -> Double {
        guard inputCount == features.inputCount else {
            throw .keyLength(inputCount, inputs: features.inputCount)
        }
        return -(features.frequencies * frequency).cosinesOfTurns.sum / Double(features.featureCount)
    }

    /// Checks that the frequencies lie in layers across this key.
    ///
    /// A foreign key passes with a probability below exp(−m e^(−4π²β²) / 8), by Hoeffding's inequality.
    ///
    /// - Throws: `FourierError.foreignKey` where the agreement is below half of what it should be, or
    ///   `.keyLength`.
    public func requireOwnership(of features: RandomFourierFeatures) throws(FourierError) {
        let found = try agreement(with: features)
        guard found >= damping / 2 else { throw .foreignKey(agreement: found, expected: damping) }
    }

    private func requireFinite(_ rows: Matrix<Double>) throws(FourierError) {
        do { try rows.requireFiniteRows(of: inputCount) } catch { throw .input(error) }
    }
}
