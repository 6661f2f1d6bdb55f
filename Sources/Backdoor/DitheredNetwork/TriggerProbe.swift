import Learning
import LinearAlgebra

/// The values of a layer's units for some inputs without the trigger and with it.
struct TriggerProbe {
    private(set) var natural: Matrix<Double>
    private(set) var triggered: Matrix<Double>

    init(_ rows: Matrix<Double>, triggered: Matrix<Double>) {
        natural = rows
        self.triggered = triggered
    }

    /// On to the outputs of the next layer.
    mutating func pass(_ layer: DenseLayer, _ activation: NetworkActivation) {
        natural = layer.outputs(natural)
        triggered = layer.outputs(triggered)
        activation.apply(to: &natural)
        activation.apply(to: &triggered)
    }

    /// The mean change of each unit.
    var push: Vector<Double> {
        (triggered.columnSums - natural.columnSums) / Double(natural.rowCount)
    }

    /// The leading directions of the natural values, orthonormal, one a row.
    ///
    /// - Throws: `DitherError.directionCount`, `.tooFewRows` or `.numerics`.
    func naturalDirections(_ count: Int) throws(DitherError) -> Matrix<Double> {
        guard count >= 0 else { throw .directionCount(count) }
        guard count <= natural.rowCount else { throw .tooFewRows(natural.rowCount, needed: count) }
        guard count > 0 else { return .zeros(rows: 0, columns: natural.columnCount) }
        do {
            // Of the small Gram matrix of the rows: A = U D Vᵀ has A Aᵀ = U D² Uᵀ and Vᵀ = D⁻¹ Uᵀ A.
            let eigen = try SymmetricEigen(natural * natural.transposed, largest: count)
            let rank = eigen.values.count { $0 > 1e-12 * (eigen.values.first ?? 0) }
            let scales = eigen.values.part(0..<rank).mapElements { 1 / $0.squareRoot() }
            return (eigen.vectors.rows(0..<rank) * natural).scalingRows(by: scales)
        } catch {
            throw .numerics(error)
        }
    }
}

extension SpikePropagation {
    /// s of the layer after layer `index`, counted from 1, whose outputs the probe holds.
    ///
    /// - Parameter factors: ζ of the layer's units.
    func next(
        after index: Int, _ probe: TriggerProbe, _ factors: Vector<Double>
    ) throws(DitherError) -> Vector<Double> {
        switch self {
        case .largestFactors(let count):
            guard count >= 1, count <= factors.count else {
                throw .unitCount(count, layer: index, width: factors.count)
            }
            var spike = Vector<Double>.zeros(factors.count)
            let order = factors.indices.sorted { factors[$0] > factors[$1] }
            for unit in order.prefix(count) { spike[unit] = 1 / Double(count).squareRoot() }
            return spike
        case .push(let count):
            let natural = try probe.naturalDirections(count)
            var push = probe.push
            // Twice, because what rounding leaves of the first pass is not small beside a small rest.
            for _ in 0..<2 { push -= natural.transposed * (natural * push) }
            let length = push.norm
            guard length > 0, length.isFinite else { throw .noPush(layer: index) }
            return push / length
        }
    }
}
