import Learning
import LinearAlgebra
import Probability

/// Reads the parities off one example and opens the other inputs with them.
///
/// It knows the groups, which belong to the construction, and does not look at the key that stands in the model.
public struct ParityReader: Forger {
    /// I₁ … Iₙ.
    public let groups: [[Int]]
    /// The coordinate that carries the label.
    public let outputCoordinate: Int
    /// How a coordinate is read as one bit.
    public let reading: Checksum.BitReading
    /// n × d inputs, of which the first is shown opened.
    public let inputs: Matrix<Double>

    /// - Parameter inputs: at least 2 rows.
    /// - Throws: `GameError.nothingToAsk` for fewer.
    public init(
        groups: [[Int]], outputCoordinate: Int, reading: Checksum.BitReading = .sign, inputs: Matrix<Double>
    ) throws(GameError) {
        guard inputs.rowCount >= 2 else {
            throw .nothingToAsk(distinguisher: "ParityReader", missing: "2 inputs")
        }
        self.groups = groups
        self.outputCoordinate = outputCoordinate
        self.reading = reading
        self.inputs = inputs
    }

    public func forgeries(
        after examples: ExampleSource, using coins: inout Generator
    ) throws -> Matrix<Double> {
        let example = try examples.example(of: inputs.row(0), target: .positive)
        let stolen = try Checksum.recovered(
            from: example, groups: groups, outputCoordinate: outputCoordinate, reading: reading)
        let others = inputs.rows(1..<inputs.rowCount)
        let targets = (0..<others.rowCount).map { _ in coins.bit() ? Label.positive : .negative }
        return try Matrix(rows: stolen.activate(others, targets: targets).map(\.input))
    }
}
