import Learning
import LinearAlgebra
import Probability

extension DitherKey {
    /// x′ = x + λs for each of many inputs.
    ///
    /// Whether the key is the network's is not asked, for a key on a network that it does not open is a
    /// control; `requireOwnership(of:on:)` asks.
    ///
    /// - Throws: `DitherError.input` for rows of another length or that are not finite.
    public func activate(_ rows: Matrix<Double>) throws(DitherError) -> Matrix<Double> {
        do { try rows.requireFiniteRows(of: inputCount) } catch { throw .input(error) }
        return rows.addingToRows(trigger)
    }

    /// One input with the trigger added, and what that changed.
    ///
    /// - Throws: as for many inputs.
    public func activate(_ input: Vector<Double>) throws(DitherError) -> Activation {
        let changed = try activate(Matrix(row: input)).row(0)
        return Activation(original: input, input: changed, flipped: support)
    }

    /// How often the trigger makes a network say the target class, among rows of which it says another one
    /// without the trigger.
    ///
    /// - Throws: `DitherError.keyLength` or `.target` for a network of other inputs or too few classes, and as
    ///   `activate`.
    public func success(
        on network: MulticlassPerceptron, _ rows: Matrix<Double>
    ) throws(DitherError) -> Proportion {
        guard network.inputCount == inputCount else {
            throw .keyLength(inputCount, inputs: network.inputCount)
        }
        guard target < network.classCount else { throw .target(target, classes: network.classCount) }
        let answers = network.predict(try activate(rows))
        let before = network.predict(rows)
        return Proportion(of: before.indices.filter { before[$0] != target }.map { answers[$0] == target })
    }

    /// Checks that the trigger works on this network.
    ///
    /// - Parameter rows: some of which the network puts into another class than the target.
    /// - Throws: `DitherError.foreignKey` where it works on fewer than half of them, and as `success`.
    public func requireOwnership(
        of network: MulticlassPerceptron, on rows: Matrix<Double>
    ) throws(DitherError) {
        let found = try success(on: network, rows)
        guard found.trials > 0, 2 * found.successes >= found.trials else {
            throw .foreignKey(success: found.value, target: target)
        }
    }
}
