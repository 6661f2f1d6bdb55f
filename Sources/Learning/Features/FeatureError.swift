/// Coins or sizes from which no features can be made.
public enum FeatureError: Error, Hashable, CustomStringConvertible {
    case featureCount(Int)
    case inputCount(Int)
    case scale(Double)
    /// A coin that is NaN or infinite; the feature counts from 0.
    case notFinite(value: String, feature: Int, of: String)

    public var description: String {
        switch self {
        case .featureCount(let count): "\(count) features were asked for, expected at least 1"
        case .inputCount(let count): "features of \(count) inputs were asked for, expected at least 1"
        case .scale(let scale): "the scale is \(scale), expected a finite number above 0"
        case .notFinite(let value, let feature, let owner):
            "the \(owner) of feature \(feature) has \(value), expected finite numbers"
        }
    }
}
