/// One thing that a cell gave while it ran, in the order in which it came.
public enum CellOutput: Hashable, Sendable, Codable {
    case standardOutput(String)
    case standardError(String)
    /// A value: the last expression of the cell, or an argument of `display`.
    case value(MIMEBundle)
    case claim(ClaimResult)

    /// The output as plain text.
    public var plainText: String {
        switch self {
        case .standardOutput(let text), .standardError(let text): text
        case .value(let bundle): bundle.text
        case .claim(let claim):
            "\(claim.holds ? "✓" : "✗") \(claim.sentence): \(claim.measured), \(claim.bound)"
        }
    }
}
