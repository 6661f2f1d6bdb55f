/// What the two labels mean in a data set.
public struct ClassNames: Hashable, Sendable, Codable {
    public let negative: String
    public let positive: String

    public init(negative: String, positive: String) {
        self.negative = negative
        self.positive = positive
    }

    public subscript(label: Label) -> String { label == .positive ? positive : negative }
}
