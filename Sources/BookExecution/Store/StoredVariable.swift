/// A variable of a cell whose value the store holds.
struct StoredVariable: Hashable, Sendable, Codable {
    enum Value: Hashable, Sendable, Codable {
        /// The encoded value in base 64.
        case small(String)
        /// The hash of the encoded value, which lies in a file of its own.
        case file(hash: String)
    }

    let name: String
    /// As Swift spells it: `Swift.Array<Swift.Double>`.
    let type: String
    let value: Value
}
