import CallSites
import LinearAlgebra

/// A model of features: score(x) = head(φ(x)).
public struct FeaturizedClassifier<Map: FeatureMap, Head: Classifier>: Classifier {
    public let map: Map
    public let head: Head

    public init(_ map: Map, then head: Head, file: StaticString = #file, line: UInt = #line) {
        require(
            map.featureCount == head.inputCount,
            "\(map.featureCount) features for a model of \(head.inputCount) inputs", file, line)
        self.map = map
        self.head = head
    }

    public var inputCount: Int { map.inputCount }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        // The features are never in memory all at once.
        return rows.inBlocks(of: 256) { head.decision(map.uncheckedFeatures(of: $0)) }
    }

    public var description: String { "\(map)\nthen, of φ:\n\(head)" }
}

extension FeaturizedClassifier: Equatable where Head: Equatable {}
extension FeaturizedClassifier: Hashable where Head: Hashable {}
extension FeaturizedClassifier: Encodable where Head: Encodable {}

extension FeaturizedClassifier: Decodable where Head: Decodable {
    public init(from decoder: any Decoder) throws {
        let parts = try FeaturizedParts<Map, Head>(from: decoder, headInputs: \.inputCount)
        self.init(parts.map, then: parts.head)
    }
}
