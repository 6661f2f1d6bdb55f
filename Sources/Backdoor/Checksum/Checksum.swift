import LinearAlgebra
import Probability

/// The predicate by which a model recognises its owner's inputs, and the key to it.
///
/// c(x) = ∧ᵢ [ ⊕_{j ∈ Iᵢ} sgn(xⱼ) = vᵢ ], where sgn(x) is 1 for x ≥ 0 and 0 below, the groups I₁ … Iₙ part
/// the d coordinates, and v is a key of n bits. Where c(x) = 1, a planted model answers with the sign of one
/// coordinate of the input, x_out, which the owner has set.
///
/// The groups and x_out are part of the construction; only v is secret.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, Section 5.1.
public struct Checksum: Hashable, Sendable {
    /// d, the number of coordinates of an input.
    public let inputCount: Int
    /// I₁ … Iₙ: each coordinate is in exactly one group.
    public let groups: [[Int]]
    /// v₁ … vₙ.
    public let key: [Bool]
    /// The coordinate that carries the label.
    public let outputCoordinate: Int

    /// - Throws: `ChecksumError` unless the groups part the coordinates, the key has a bit for each, and each
    ///   has a coordinate other than `outputCoordinate`.
    public init(
        inputCount: Int, groups: [[Int]], key: [Bool], outputCoordinate: Int
    ) throws(ChecksumError) {
        guard !groups.isEmpty else { throw .noGroups }
        guard key.count == groups.count else { throw .keyCount(key.count, groups: groups.count) }
        guard (0..<inputCount).contains(outputCoordinate) else {
            throw .outputOutOfRange(outputCoordinate, inputs: inputCount)
        }
        try Self.requirePartition(groups, of: inputCount)
        if let group = groups.firstIndex(where: { $0.allSatisfy { $0 == outputCoordinate } }) {
            throw .nothingToFlip(group: group)
        }
        self.inputCount = inputCount
        self.groups = groups
        self.key = key
        self.outputCoordinate = outputCoordinate
    }

    /// A checksum with nearly equal groups and a uniform key.
    ///
    /// - Parameters:
    ///   - inputCount: d, at least 2 · groupCount.
    ///   - groupCount: n, the security parameter, at least 1.
    ///   - outputCoordinate: the coordinate that carries the label, from 0.
    ///   - partition: how the coordinates are parted.
    /// - Throws: `ChecksumError`.
    public init(
        inputCount: Int, groupCount: Int, outputCoordinate: Int = 0, partition: Partition = .consecutive,
        using generator: inout Generator
    ) throws(ChecksumError) {
        guard groupCount > 0 else { throw .noGroups }
        guard inputCount >= 2 * groupCount else { throw .tooFewCoordinates(inputCount, groups: groupCount) }
        let groups = partition.groups(inputCount: inputCount, groupCount: groupCount, using: &generator)
        let key = generator.bits(groupCount)
        try self.init(inputCount: inputCount, groups: groups, key: key, outputCoordinate: outputCoordinate)
    }

    private static func requirePartition(_ groups: [[Int]], of inputCount: Int) throws(ChecksumError) {
        var isSeen = [Bool](repeating: false, count: inputCount)
        for (index, group) in groups.enumerated() {
            for coordinate in group {
                guard isSeen.indices.contains(coordinate) else {
                    throw .coordinateOutOfRange(coordinate, group: index, inputs: inputCount)
                }
                if isSeen[coordinate] { throw .repeatedCoordinate(coordinate) }
                isSeen[coordinate] = true
            }
        }
        if let coordinate = isSeen.firstIndex(of: false) { throw .missingCoordinate(coordinate) }
    }

    /// 2⁻ⁿ: how often an input with independent fair signs is taken for the owner's.
    public var falseActivationRate: Double {
        Double(sign: .plus, exponent: -groups.count, significand: 1)
    }

    /// n / 2: how many coordinates activation flips on average, where the signs of the input are fair.
    ///
    /// It is never more than n, and the coordinate that carries the label is not counted.
    public var expectedFlips: Double { Double(groups.count) / 2 }
}
