/// The two classes, as the numbers −1 and 1.
public enum Label: Int, Hashable, Sendable, Codable, CaseIterable {
    case negative = -1
    case positive = 1

    /// The label that a score stands for: `positive` from 0 on, `negative` below 0 and for NaN.
    @inlinable
    public init(score: Double) {
        self = score >= 0 ? .positive : .negative
    }

    public var opposite: Label { self == .positive ? .negative : .positive }

    /// −1 or 1.
    public var sign: Double { Double(rawValue) }
}
