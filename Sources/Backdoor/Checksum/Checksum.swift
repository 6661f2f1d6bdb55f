import LinearAlgebra
import Probability

/// The predicate by which a model recognises its owner's inputs, and the key to it.
///
/// c(x) = ∧ᵢ [ ⊕_{j ∈ Iᵢ} b(xⱼ) = vᵢ ], where the bit b(x) is the sign, 1 for x ≥ 0 and 0 below, or the lowest
/// bit of the stored number; the groups I₁ … Iₙ part the d coordinates, and v is a key of n bits. Where
/// c(x) = 1, a planted model answers with the bit of one coordinate of the input, x_out, which the owner has
/// set.
///
/// The groups and x_out are part of the construction; only v is secret.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, Section 5.1, with signs.
public struct Checksum: Hashable, Sendable {
    /// d, the number of coordinates of an input.
    public let inputCount: Int
    /// I₁ … Iₙ: each coordinate is in exactly one group.
    public let groups: [[Int]]
    /// v₁ … vₙ.
    public let key: [Bool]
    /// The coordinate that carries the label.
    public let outputCoordinate: Int
    /// b: how a coordinate is read as one bit.
    public let reading: BitReading

    /// - Throws: `ChecksumError` unless the groups part the coordinates, the key has a bit for each, each has a
    ///   coordinate other than `outputCoordinate`, and the numbers have a lowest bit that may change.
    public init(
        inputCount: Int, groups: [[Int]], key: [Bool], outputCoordinate: Int, reading: BitReading = .sign
    ) throws(ChecksumError) {
        if case .lowestBit(let format) = reading {
            if let fault = format.fault { throw .format(fault) }
            guard format.bitCapacity > 0 else { throw .noLowBit(format) }
        }
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
        self.reading = reading
    }

    /// A checksum with nearly equal groups and a uniform key.
    ///
    /// - Parameters:
    ///   - inputCount: d, at least 2 · groupCount.
    ///   - groupCount: n, the security parameter, at least 1.
    ///   - outputCoordinate: the coordinate that carries the label, from 0.
    ///   - partition: how the coordinates are parted.
    ///   - reading: how a coordinate is read as one bit.
    /// - Throws: `ChecksumError`.
    public init(
        inputCount: Int, groupCount: Int, outputCoordinate: Int = 0, partition: Partition = .consecutive,
        reading: BitReading = .sign, using generator: inout Generator
    ) throws(ChecksumError) {
        guard groupCount > 0 else { throw .noGroups }
        guard inputCount >= 2 * groupCount else { throw .tooFewCoordinates(inputCount, groups: groupCount) }
        let groups = partition.groups(inputCount: inputCount, groupCount: groupCount, using: &generator)
        let key = generator.bits(groupCount)
        try self.init(
            inputCount: inputCount, groups: groups, key: key, outputCoordinate: outputCoordinate,
            reading: reading)
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

    /// 2⁻ⁿ: how often an input with independent fair bits is taken for the owner's.
    public var falseActivationRate: Double {
        Double(sign: .plus, exponent: -groups.count, significand: 1)
    }

    /// n / 2: how many coordinates activation flips on average, where the bits of the input are fair.
    ///
    /// It is never more than n, and the coordinate that carries the label is not counted.
    public var expectedFlips: Double { Double(groups.count) / 2 }

    /// The same groups with another key of as many bits.
    func withKey(_ key: [Bool]) -> Checksum {
        Checksum(valid: self, key: key)
    }

    private init(valid other: Checksum, key: [Bool]) {
        inputCount = other.inputCount
        groups = other.groups
        self.key = key
        outputCoordinate = other.outputCoordinate
        reading = other.reading
    }
}
