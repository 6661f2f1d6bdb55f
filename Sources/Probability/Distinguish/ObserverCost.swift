/// How much work an observer does: a count of its most frequent operation.
public struct ObserverCost: Hashable, Sendable, Codable, CustomStringConvertible {
    public let count: Double
    /// What is counted, in the plural.
    public let operation: String

    public init(count: Double, operation: String) {
        self.count = count
        self.operation = operation
    }

    public var description: String {
        let power = Int(count.exponent) >= 20 ? "2^\(count.exponent)" : "\(Int(count))"
        return "\(power) \(operation)"
    }
}
