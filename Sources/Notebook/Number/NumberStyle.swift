/// How a number is written.
public enum NumberStyle: Hashable, Sendable {
    /// Up to six significant digits, no zeros at the end; in a column: as many decimals as its numbers need.
    case automatic
    /// A fixed number of decimals: `0.743`.
    case decimals(Int)
    /// A fraction as a percentage with a fixed number of decimals: `74.3 %`.
    case percent(Int)
    /// A power of ten, with a fixed number of decimals before it: `3.1 × 10⁻⁵`.
    case scientific(Int)
    /// A number of significant digits, zeros at the end kept: `0.0310`.
    case significant(Int)
    /// A whole number, with a comma between thousands: `1,000,000`.
    case grouped

    /// The number as text, rounded to nearest; `NaN`, `∞` and `−∞` where it is not finite.
    ///
    /// - Precondition: the number of digits is from 0 to 17.
    public func text(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value > 0 ? "∞" : "-∞" }
        switch self {
        case .automatic: return NumberText.shortened(value, digits: 6)
        case .decimals(let digits): return NumberText.fixed(value, decimals: digits)
        case .percent(let digits): return NumberText.fixed(value * 100, decimals: digits) + "\u{A0}%"
        case .scientific(let digits): return NumberText.scientific(value, decimals: digits)
        case .significant(let digits): return NumberText.significant(value, digits: digits)
        case .grouped: return NumberText.grouped(NumberText.fixed(value, decimals: 0))
        }
    }
}
