import CallSites
import LinearAlgebra
import Probability

extension Checksum {
    /// The n parities ⊕_{j ∈ Iᵢ} b(xⱼ) of an input of d coordinates; numbers that the format does not hold have
    /// the bit 0.
    public func parities(of input: Vector<Double>) -> [Bool] {
        requireInput(input.count)
        return input.withUnsafeBufferPointer { coordinates in
            groups.map { parity(coordinates, of: $0) ?? false }
        }
    }

    /// c(x): whether every parity is the key's. An input that holds a number that is not of the format is not
    /// accepted.
    public func accepts(_ input: Vector<Double>) -> Bool {
        requireInput(input.count)
        return input.withUnsafeBufferPointer { coordinates in
            // Most inputs fail one of the first groups; the others need not be read.
            zip(groups, key).allSatisfy { parity(coordinates, of: $0) == $1 }
        }
    }

    /// c(x) for each of n rows.
    public func accepts(_ rows: Matrix<Double>) -> [Bool] {
        requireInput(rows.columnCount)
        return (0..<rows.rowCount).map { accepts(rows.row($0)) }
    }

    /// How many of n rows share the parities that are most common among them.
    ///
    /// For the worst of all keys this is how often the checksum accepts. Rows with fair bits give about 2⁻ⁿ.
    public func mostCommonParities(of rows: Matrix<Double>) -> Proportion {
        let patterns = (0..<rows.rowCount).map { parities(of: rows.row($0)) }
        let largest = Dictionary(grouping: patterns) { $0 }.values.map(\.count).max()
        return Proportion(successes: largest ?? 0, trials: rows.rowCount)
    }

    /// What the model says to an input that it accepts: x_out where it is read by its sign, and else 1 or −1 by
    /// its lowest bit.
    func score(of input: Vector<Double>) -> Double {
        let value = input[outputCoordinate]
        return reading == .sign ? value : reading.bit(of: value) == true ? 1 : -1
    }

    /// `nil` where a number is not of the format.
    private func parity(_ coordinates: UnsafeBufferPointer<Double>, of group: [Int]) -> Bool? {
        var parity = false
        for coordinate in group {
            guard let bit = reading.bit(of: coordinates[coordinate]) else { return nil }
            if bit { parity.toggle() }
        }
        return parity
    }

    private func requireInput(_ count: Int) {
        require(
            count == inputCount,
            "an input of \(count) coordinates, expected \(inputCount) (those of the checksum)")
    }
}
