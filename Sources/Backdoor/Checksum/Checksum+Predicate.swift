import CallSites
import LinearAlgebra
import Probability

extension Checksum {
    /// The n parities ⊕_{j ∈ Iᵢ} sgn(xⱼ) of an input of d coordinates.
    public func parities(of input: Vector<Double>) -> [Bool] {
        requireInput(input.count)
        return input.withUnsafeBufferPointer { coordinates in
            groups.map { Self.parity(coordinates, of: $0) }
        }
    }

    /// c(x): whether every parity is the key's.
    public func accepts(_ input: Vector<Double>) -> Bool {
        requireInput(input.count)
        return input.withUnsafeBufferPointer { coordinates in
            // Most inputs fail one of the first groups; the others need not be read.
            zip(groups, key).allSatisfy { Self.parity(coordinates, of: $0) == $1 }
        }
    }

    /// c(x) for each of n rows.
    public func accepts(_ rows: Matrix<Double>) -> [Bool] {
        requireInput(rows.columnCount)
        return (0..<rows.rowCount).map { accepts(rows.row($0)) }
    }

    /// How many of n rows share the parities that are most common among them.
    ///
    /// For the worst of all keys this is how often the checksum accepts. Rows with fair signs give about 2⁻ⁿ.
    public func mostCommonParities(of rows: Matrix<Double>) -> Proportion {
        let patterns = (0..<rows.rowCount).map { parities(of: rows.row($0)) }
        let largest = Dictionary(grouping: patterns) { $0 }.values.map(\.count).max()
        return Proportion(successes: largest ?? 0, trials: rows.rowCount)
    }

    /// sgn: 1 for x ≥ 0, 0 below and for NaN. Negative zero counts as 0, so as 1.
    static func bit(_ coordinate: Double) -> Bool { coordinate >= 0 }

    private static func parity(_ coordinates: UnsafeBufferPointer<Double>, of group: [Int]) -> Bool {
        var parity = false
        for coordinate in group where bit(coordinates[coordinate]) { parity.toggle() }
        return parity
    }

    private func requireInput(_ count: Int) {
        require(
            count == inputCount,
            "an input of \(count) coordinates, expected \(inputCount) (those of the checksum)")
    }
}
