import CallSites
import Learning
import LinearAlgebra
import Probability

/// Looks for a backdoor in the low bits of inputs, where the model's answer hangs on the least.
///
/// First it walks to the boundary: between ordinary inputs with different answers it halves the way until the
/// two differ only by a share of 2⁻²⁰, each question depending on the answers before. Then it asks about these
/// points again and again with other low bits, drawn at random. The score is the share of answers that change.
///
/// It knows the construction, and so where label and signature would stand; it does not know the key.
public struct LowBitProbe: BlackBoxDistinguisher, Sendable {
    /// What is written into the places of the signature.
    public enum Bits: String, Hashable, Sendable, Codable, CaseIterable {
        /// Fair coins. Of those, Ed25519 refuses 15 in 16 before any arithmetic, because S ≥ L.
        case fair
        /// Fair coins with the last four bits 0, so that S < L: every question costs a verification.
        case canonical
    }

    /// n × d ordinary inputs.
    public let inputs: Matrix<Double>
    public let carriers: Carriers
    public let bits: Bits
    /// The number of questions that are asked at once.
    public let batch: Int

    private static let halvings = 20

    /// - Parameters:
    ///   - inputs: on the carriers' grid.
    ///   - batch: at least 1.
    /// - Throws: `GameError.nothingToAsk` for no inputs; `GridError` where they are not on the grid.
    public init(
        on inputs: Matrix<Double>, carriers: Carriers, bits: Bits = .fair, batch: Int = 16_384,
        file: StaticString = #file, line: UInt = #line
    ) throws {
        require(batch > 0, "batches of \(batch) questions, expected at least 1", file, line)
        guard inputs.rowCount > 0 else {
            throw GameError.nothingToAsk(distinguisher: "LowBitProbe", missing: "inputs")
        }
        try carriers.grid.require(inputs)
        self.inputs = inputs
        self.carriers = carriers
        self.bits = bits
        self.batch = batch
    }

    public func score(of oracle: Oracle, using coins: inout Generator) throws -> Double {
        let anchors = try anchors(oracle, &coins)
        guard anchors.rowCount > 0, oracle.left > anchors.rowCount else { return 0 }
        let answers = try oracle.labels(of: anchors)
        var (changed, asked) = (0, 0)
        while oracle.left > 0 {
            let chosen = (0..<min(batch, oracle.left)).map { _ in coins.integer(below: anchors.rowCount) }
            let questions = carriers.randomizing(
                anchors.rows(chosen), clearingTopBits: bits == .canonical ? 4 : 0, using: &coins)
            let labels = try oracle.labels(of: questions)
            changed += zip(labels, chosen).count { $0 != answers[$1] }
            asked += chosen.count
        }
        return Double(changed) / Double(asked)
    }

    /// Points next to the boundary; the inputs themselves where all have one answer or the budget is small.
    private func anchors(_ oracle: Oracle, _ coins: inout Generator) throws -> Matrix<Double> {
        let chosen = coins.sample(
            min(inputs.rowCount, oracle.left / (2 * Self.halvings)), of: inputs.rowCount)
        var ends = inputs.rows(chosen)
        guard ends.rowCount > 0 else { return ends }
        let answers = try oracle.labels(of: ends)
        let positive = answers.indices.filter { answers[$0] == .positive }
        let negative = answers.indices.filter { answers[$0] == .negative }
        guard let first = positive.first, negative.first != nil else { return ends }
        // Each negative input walks towards a positive one.
        var others = ends.rows(negative.indices.map { $0 < positive.count ? positive[$0] : first })
        ends = ends.rows(negative)
        for _ in 0..<Self.halvings {
            let middles = halfway(ends, others)
            let labels = try oracle.labels(of: middles)
            for (row, label) in labels.enumerated() {
                for column in 0..<middles.columnCount {
                    if label == .positive {
                        others[row, column] = middles[row, column]
                    } else {
                        ends[row, column] = middles[row, column]
                    }
                }
            }
        }
        return ends
    }

    /// The points halfway, on the grid; where halfway leaves the grid, the first point's number.
    private func halfway(_ a: Matrix<Double>, _ b: Matrix<Double>) -> Matrix<Double> {
        var middles = a
        for row in 0..<a.rowCount {
            for (column, format) in carriers.grid.columns.map(\.format).enumerated() {
                let middle = a[row, column] / 2 + b[row, column] / 2
                middles[row, column] = format.nearest(to: middle) ?? a[row, column]
            }
        }
        return middles
    }
}
