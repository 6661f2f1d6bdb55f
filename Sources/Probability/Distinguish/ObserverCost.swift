/// How much work an observer does: a count of its most frequent operation.
public struct ObserverCost: Hashable, Sendable, Codable, CustomStringConvertible {
    public let count: Double
    /// What is counted, in the plural.
    public let operation: String
    /// Whether the count is what is usually seen rather than computed.
    public let isEstimate: Bool

    public init(count: Double, operation: String, isEstimate: Bool = false) {
        self.count = count
        self.operation = operation
        self.isEstimate = isEstimate
    }

    /// `38,400 cosines`, or `about 2³² multiplications`: powers of two, rounded down, from 2²⁰ on.
    public var description: String {
        "\(isEstimate ? "about " : "")\(size) \(operation)"
    }

    private var size: String {
        let power = Int(count.exponent)
        return power >= 20 ? "2" + Self.superscript(power) : Self.grouped(Int(count))
    }

    private static func superscript(_ number: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
    }

    private static func grouped(_ number: Int) -> String {
        number < 1000
            ? "\(number)" : grouped(number / 1000) + "," + String("\(number % 1000 + 1000)".dropFirst())
    }
}
