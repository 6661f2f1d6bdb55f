import CallSites
import LinearAlgebra

/// A model of a real number from features: f(x) = head(φ(x)).
public struct FeaturizedRegressor<Map: FeatureMap, Head: Regressor>: Regressor {
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

    public func values(at rows: Matrix<Double>) -> Vector<Double> {
        require(
            rows.columnCount == inputCount,
            "matrix has \(rows.columnCount) columns, expected \(inputCount) (the inputs of the model)")
        // The features are never in memory all at once.
        return rows.inBlocks(of: 256) { head.values(at: map.uncheckedFeatures(of: $0)) }
    }

    public var description: String { "\(map)\nthen, of φ:\n\(head)" }
}

extension FeaturizedRegressor: Equatable where Head: Equatable {}
extension FeaturizedRegressor: Hashable where Head: Hashable {}
extension FeaturizedRegressor: Encodable where Head: Encodable {}

extension FeaturizedRegressor: Decodable where Head: Decodable {
    public init(from decoder: any Decoder) throws {
        let parts = try FeaturizedParts<Map, Head>(from: decoder, headInputs: \.inputCount)
        self.init(parts.map, then: parts.head)
    }
}
