import CallSites
import Circuits
import Learning
import LinearAlgebra

/// A model that is a network of threshold gates on the bits of its inputs, three times with a majority.
///
/// All 512 inputs of a pass go through every gate of every copy. Coordinates between two values of the layout
/// count as the lower one, and those beyond its ends as the ends.
public struct VerifyingClassifier: Classifier {
    public let layout: BitLayout
    public let network: MajorityOfThree
    private let program: MajorityProgram

    /// - Throws: `VerifyingNetworkError.circuit` unless the network has an input for each bit.
    public init(_ network: MajorityOfThree, layout: BitLayout) throws(VerifyingNetworkError) {
        guard network.inputCount == layout.bitCount else {
            throw .circuit(.inputCount(layout.bitCount, expected: network.inputCount))
        }
        self.layout = layout
        self.network = network
        program = MajorityProgram(network)
    }

    public var inputCount: Int { layout.inputCount }

    /// 1 or −1 for each point; NaN for points that are not finite.
    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        decision(rows, changing: [:])
    }

    /// The same with some parameters of the network changed, by their numbers in `network`.
    ///
    /// Numbers that the network does not have, and values that are not finite, are precondition failures.
    public func decision(
        _ rows: Matrix<Double>, changing changes: [Int: Double], file: StaticString = #file,
        line: UInt = #line
    ) -> Vector<Double> {
        requireInputs(rows)
        let points = (0..<rows.rowCount).map { rows.row($0) }
        let isFinite = points.map { point in point.allSatisfy(\.isFinite) }
        let zeros = [Bool](repeating: false, count: layout.bitCount)
        do {
            let bits = try BitTable(
                rows: zip(points, isFinite).map { $1 ? layout.bitsBelow($0) : zeros })
            let labels = try program.run(bits, changing: changes)
            return Vector(zip(labels, isFinite).map { $1 ? ($0 ? 1 : -1) : .nan })
        } catch {
            refuse("\(error)", file, line)
        }
    }

    /// One line with the sizes. The millions of numbers that an observer of the model sees are in `network`.
    public var description: String { "\(network), on \(layout.inputCount) × \(layout.coordinateBits) bits" }
}
