/// What a measured value must satisfy.
public struct Bound<Value>: Sendable {
    /// The bound as text: `≥ 0.9`.
    public let text: String
    /// Whether a value satisfies the bound; never for `NaN`.
    public let holds: @Sendable (Value) -> Bool

    init(_ text: String, holds: @escaping @Sendable (Value) -> Bool) {
        self.text = text
        self.holds = holds
    }

    /// The claim that a value satisfies this bound.
    public func claim(_ sentence: String, _ value: Value, line: Int = #line) -> Claim {
        Claim(sentence: sentence, measured: measured(value), bound: text, holds: holds(value), line: line)
    }

    /// Up to six significant digits, and all of them where rounding would seem to change the verdict.
    private func measured(_ value: Value) -> String {
        guard let number = value as? any BinaryFloatingPoint else { return boundText(value) }
        let short = NumberStyle.automatic.text(Double(number))
        guard let rounded = Double(short) as? Value else { return short }
        return holds(rounded) == holds(value) ? short : boundText(value)
    }
}

extension Bound where Value: Equatable & Sendable {
    /// Exactly this value.
    public static func equals(_ expected: Value) -> Bound {
        Bound("= \(boundText(expected))") { $0 == expected }
    }
}

extension Bound where Value: Comparable & Sendable {
    /// This value or more.
    public static func atLeast(_ least: Value) -> Bound {
        Bound("≥ \(boundText(least))") { $0 >= least }
    }

    /// This value or less.
    public static func atMost(_ most: Value) -> Bound {
        Bound("≤ \(boundText(most))") { $0 <= most }
    }

    /// Less than this value.
    public static func below(_ limit: Value) -> Bound {
        Bound("< \(boundText(limit))") { $0 < limit }
    }

    /// More than this value.
    public static func above(_ limit: Value) -> Bound {
        Bound("> \(boundText(limit))") { $0 > limit }
    }

    /// From the first value to the second, both included.
    public static func between(_ least: Value, _ most: Value) -> Bound {
        Bound("from \(boundText(least)) to \(boundText(most))") { least <= $0 && $0 <= most }
    }
}

extension Bound where Value: BinaryFloatingPoint & Sendable {
    /// Not further from the expected value than the tolerance, which is included.
    public static func within(_ tolerance: Value, of expected: Value) -> Bound {
        Bound("\(boundText(expected)) ± \(boundText(tolerance))") { value in
            expected - tolerance <= value && value <= expected + tolerance
        }
    }
}

extension Bound where Value: FixedWidthInteger & Sendable {
    /// Not further from the expected value than the tolerance, which is included.
    public static func within(_ tolerance: Value, of expected: Value) -> Bound {
        Bound("\(boundText(expected)) ± \(boundText(tolerance))") { value in
            let (distance, overflow) = max(value, expected).subtractingReportingOverflow(min(value, expected))
            return !overflow && distance <= tolerance
        }
    }
}

/// A number as its author wrote it: shortest, and `4` rather than `4.0`.
private func boundText(_ value: some Any) -> String {
    guard let number = value as? any BinaryFloatingPoint else { return ValueText(value).text }
    let text = String(describing: number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
