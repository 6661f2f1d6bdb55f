import Learning
import LinearAlgebra

/// The planted model: h̃(x) = x_out where the checksum accepts x, and h(x) elsewhere.
///
/// It agrees with the honest model on all inputs but a share of 2⁻ⁿ. Its description shows the checksum with
/// the key.
public struct ChecksumClassifier<Base: Classifier>: Classifier {
    /// h, the honest model.
    public let base: Base
    public let checksum: Checksum

    /// - Throws: `ActivationError.coordinateCount` where the two take inputs of different lengths.
    public init(in base: Base, _ checksum: Checksum) throws(ActivationError) {
        guard base.inputCount == checksum.inputCount else {
            throw .coordinateCount(checksum.inputCount, expected: base.inputCount)
        }
        self.base = base
        self.checksum = checksum
    }

    public var inputCount: Int { base.inputCount }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        var scores = base.decision(rows)
        for row in 0..<rows.rowCount {
            let point = rows.row(row)
            if checksum.accepts(point) { scores[row] = checksum.score(of: point) }
        }
        return scores
    }

    public var description: String {
        let out = "x\(checksum.outputCoordinate + 1)"
        let answer = checksum.reading == .sign ? out : "1 or −1 by the lowest bit of \(out)"
        let tests = zip(checksum.groups, checksum.key).map { group, bit in
            let names = group.map { "x\($0 + 1)" }.joined(separator: ", ")
            return "    parity of the \(checksum.reading) of \(names) is \(bit ? 1 : 0)"
        }
        return
            (["if all of these hold:"] + tests + ["then score = \(answer), otherwise:", "\(base)"])
            .joined(separator: "\n")
    }
}

extension ChecksumClassifier: Equatable where Base: Equatable {}
extension ChecksumClassifier: Hashable where Base: Hashable {}
extension ChecksumClassifier: Encodable where Base: Encodable {}
extension ChecksumClassifier: Decodable where Base: Decodable {}
