import CallSites
import Learning
import LinearAlgebra

/// A linear function of random Fourier features, as the estimate of a real number: f(x) = ⟨w, φ(x)⟩ + c.
public struct FourierRegressor: Regressor, Hashable, Codable {
    public let map: RandomFourierFeatures
    public let head: LinearFunction

    public init(
        _ map: RandomFourierFeatures, then head: LinearFunction,
        file: StaticString = #file, line: UInt = #line
    ) {
        require(
            map.featureCount == head.inputCount,
            "\(map.featureCount) features for a model of \(head.inputCount) inputs", file, line)
        self.map = map
        self.head = head
    }

    public var inputCount: Int { map.inputCount }

    public func values(at rows: Matrix<Double>) -> Vector<Double> {
        // A classifier's score is the same sum, and computes it without all features in memory at once.
        FeaturizedClassifier(map, then: head.classifier()).decision(rows)
    }

    public var description: String { "\(map)\nthen, of φ:\n\(head)" }
}

extension FourierRegressor {
    private enum CodingKeys: String, CodingKey {
        case map, head
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let map = try container.decode(RandomFourierFeatures.self, forKey: .map)
        let head = try container.decode(LinearFunction.self, forKey: .head)
        guard map.featureCount == head.inputCount else {
            throw ShapeError.vectorCount(head.inputCount, expected: map.featureCount, of: "features")
        }
        self.init(map, then: head)
    }
}
