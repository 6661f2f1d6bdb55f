internal import Glibc
import LinearAlgebra

/// What the outputs of a network should be, and what it costs where they are not.
public enum NetworkTargets: Hashable, Sendable {
    /// One output s, a label y: ln(1 + exp(−y s)).
    case labels([Label])
    /// One output for each class, the class c: ln Σⱼ exp(sⱼ) − s_c (softmax and cross-entropy).
    case classes([Int])

    var count: Int {
        switch self {
        case .labels(let labels): labels.count
        case .classes(let classes): classes.count
        }
    }

    func part(_ indices: [Int]) -> NetworkTargets {
        switch self {
        case .labels(let labels): .labels(indices.map { labels[$0] })
        case .classes(let classes): .classes(indices.map { classes[$0] })
        }
    }

    /// The sum of the losses; overwrites the outputs, n rows, by its derivatives.
    func sum(replacingByDerivatives outputs: inout Matrix<Double>) -> Double {
        let width = outputs.columnCount
        return outputs.withUnsafeMutableBufferPointer { outputs in
            switch self {
            case .labels(let labels):
                var sum = 0.0
                for (index, label) in labels.enumerated() {
                    let margin = label.sign * outputs[index]
                    let small = exp(-abs(margin))
                    sum += log1p(small) + max(0, -margin)
                    outputs[index] = -label.sign * (margin > 0 ? small : 1) / (1 + small)
                }
                return sum
            case .classes(let classes):
                var sum = 0.0
                for (index, target) in classes.enumerated() {
                    let row = UnsafeMutableBufferPointer(
                        rebasing: outputs[index * width..<(index + 1) * width])
                    sum += Self.crossEntropy(row, target)
                }
                return sum
            }
        }
    }

    /// The loss of one row of outputs, which become p − 1 at the target and p elsewhere.
    private static func crossEntropy(_ row: UnsafeMutableBufferPointer<Double>, _ target: Int) -> Double {
        let largest = row.max() ?? 0
        let distance = largest - row[target]
        var total = 0.0
        for index in row.indices {
            row[index] = exp(row[index] - largest)
            total += row[index]
        }
        for index in row.indices { row[index] /= total }
        row[target] -= 1
        return log(total) + distance
    }
}
