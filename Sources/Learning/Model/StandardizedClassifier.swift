import CallSites
import LinearAlgebra

/// A model that is given its inputs in standard units: score(x) = model((x − means) / deviations).
public struct StandardizedClassifier<Model: Classifier>: Classifier {
    public let standardization: Standardization
    public let model: Model

    public init(_ standardization: Standardization, then model: Model) {
        require(
            standardization.columnCount == model.inputCount,
            "standardization of \(standardization.columnCount) columns for a model of "
                + "\(model.inputCount) inputs"
        )
        self.standardization = standardization
        self.model = model
    }

    public var inputCount: Int { model.inputCount }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        // In blocks that stay in the cache: the scaled points are never in memory all at once.
        return rows.inBlocks(of: 512) { model.decision(standardization.apply(to: $0)) }
    }

    public var description: String {
        let lines = zip(standardization.means, standardization.deviations).enumerated().map {
            index, moments in
            "    z\(index + 1) = (x\(index + 1) − \(moments.0)) / \(moments.1)"
        }
        return (["first, for each input:"] + lines + ["then, of z:", "\(model)"]).joined(separator: "\n")
    }
}

extension StandardizedClassifier: Equatable where Model: Equatable {}
extension StandardizedClassifier: Hashable where Model: Hashable {}
extension StandardizedClassifier: Encodable where Model: Encodable {}
extension StandardizedClassifier: Decodable where Model: Decodable {}
