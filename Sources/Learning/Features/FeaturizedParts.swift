import LinearAlgebra

/// A map of features and the head behind it, as they are read from the file of a model.
struct FeaturizedParts<Map: FeatureMap, Head: Decodable> {
    let map: Map
    let head: Head

    private enum CodingKeys: String, CodingKey {
        case map, head
    }

    /// - Throws: what decoding throws, and `ShapeError` for a head of another number of features.
    init(from decoder: any Decoder, headInputs: (Head) -> Int) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        map = try container.decode(Map.self, forKey: .map)
        head = try container.decode(Head.self, forKey: .head)
        guard map.featureCount == headInputs(head) else {
            throw ShapeError.vectorCount(headInputs(head), expected: map.featureCount, of: "features")
        }
    }
}
