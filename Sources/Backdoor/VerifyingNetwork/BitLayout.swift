import Circuits
import LinearAlgebra
import Probability

/// Inputs as bits: d coordinates in fixed point, and which of their bits carry a signature.
///
/// A coordinate is a whole multiple of 2^−`fractionBits` from 0 to below 2^`integerBits`. The carriers are
/// the lowest bits: the last one of every coordinate, then the last but one of every coordinate, and so on.
/// All others are the message, so the message does not change when a signature is written into the carriers.
public struct BitLayout: Hashable, Sendable {
    /// d
    public let inputCount: Int
    public let integerBits: Int
    public let fractionBits: Int

    /// - Throws: `VerifyingNetworkError.layout` unless there is an input, and a coordinate has 1 to 52 bits.
    public init(inputCount: Int, integerBits: Int, fractionBits: Int) throws(VerifyingNetworkError) {
        guard inputCount > 0, integerBits >= 0, fractionBits >= 0,
            (1...52).contains(integerBits + fractionBits)
        else { throw .layout(inputs: inputCount, integerBits: integerBits, fractionBits: fractionBits) }
        self.inputCount = inputCount
        self.integerBits = integerBits
        self.fractionBits = fractionBits
    }

    /// The bits of a coordinate.
    public var coordinateBits: Int { integerBits + fractionBits }
    /// The bits of an input.
    public var bitCount: Int { inputCount * coordinateBits }
    /// The distance of neighbouring values.
    public var step: Double { Double(sign: .plus, exponent: -fractionBits, significand: 1) }

    /// The sizes of signatures for such inputs.
    ///
    /// One carrier holds the wanted label, the others hold the signature; the message is the label and all
    /// bits that are not carriers, so it ends up as long as the signature leaves it.
    ///
    /// - Throws: `VerifyingNetworkError.tooFewCarriers` where the fractions have less bits, or `.signature`.
    public func signatureParameters(
        hashBits: Int, digestBits: Int, digitBits: Int, treeHeight: Int
    ) throws(VerifyingNetworkError) -> HashSignatureParameters {
        func parameters(_ messageByteCount: Int) throws(VerifyingNetworkError) -> HashSignatureParameters {
            do {
                return try HashSignatureParameters(
                    hashBits: hashBits, digestBits: digestBits, digitBits: digitBits, treeHeight: treeHeight,
                    messageByteCount: messageByteCount)
            } catch {
                throw .signature(error)
            }
        }
        let needed = 1 + (try parameters(1)).signatureBits
        guard inputCount * fractionBits >= needed else {
            throw .tooFewCarriers(inputCount * fractionBits, needed: needed)
        }
        return try parameters(messageByteCount(carriers: needed))
    }

    /// The bytes of a message: the label and what is not a carrier.
    func messageByteCount(carriers: Int) -> Int { (bitCount - carriers + 1 + 7) / 8 }

    /// Where the carriers are among the bits of an input.
    func carriers(_ count: Int) -> [Int] {
        (0..<count).map { carrier in
            let (bit, coordinate) = carrier.quotientAndRemainder(dividingBy: inputCount)
            return coordinate * coordinateBits + coordinateBits - 1 - bit
        }
    }

    /// The bits of an input, each coordinate's highest first.
    ///
    /// - Throws: `VerifyingNetworkError.input`, or `.offGrid` where a coordinate is none of the values.
    public func bits(of input: Vector<Double>) throws(VerifyingNetworkError) -> [Bool] {
        do { try input.requireFinite(count: inputCount) } catch { throw .input(error) }
        var bits: [Bool] = []
        bits.reserveCapacity(bitCount)
        for (coordinate, value) in input.enumerated() {
            let scaled = value / step
            guard scaled >= 0, scaled < Double(1 << coordinateBits), scaled.rounded() == scaled else {
                throw .offGrid(value: value, coordinate: coordinate, layout: self)
            }
            append(Int(scaled), to: &bits)
        }
        return bits
    }

    /// The bits of the largest value that is not above each coordinate; coordinates beyond the ends count as
    /// the ends.
    func bitsBelow(_ input: Vector<Double>) -> [Bool] {
        var bits: [Bool] = []
        bits.reserveCapacity(bitCount)
        for value in input {
            let scaled = (value / step).rounded(.down)
            append(Int(min(max(scaled, 0), Double((1 << coordinateBits) - 1))), to: &bits)
        }
        return bits
    }

    /// The input with these bits.
    func input(_ bits: [Bool]) -> Vector<Double> {
        Vector(
            stride(from: 0, to: bitCount, by: coordinateBits).map { start in
                step * bits[start..<start + coordinateBits].reduce(0.0) { 2 * $0 + ($1 ? 1 : 0) }
            })
    }

    /// The rows with random fractions in place of their own: what a finer instrument would have added.
    ///
    /// - Throws: `VerifyingNetworkError.input` or `.offGrid`.
    public func withRandomFractions(
        _ rows: Matrix<Double>, using generator: inout Generator
    ) throws(VerifyingNetworkError) -> Matrix<Double> {
        var result = rows
        for row in 0..<rows.rowCount {
            var bits = try bits(of: rows.row(row))
            for place in bits.indices where place % coordinateBits >= integerBits {
                bits[place] = generator.bit()
            }
            let changed = input(bits)
            for column in 0..<rows.columnCount { result[row, column] = changed[column] }
        }
        return result
    }

    private func append(_ number: Int, to bits: inout [Bool]) {
        for bit in (0..<coordinateBits).reversed() { bits.append(number >> bit & 1 == 1) }
    }
}
