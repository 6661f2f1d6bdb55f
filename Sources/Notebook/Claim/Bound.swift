/// What a measured value must satisfy.
public struct Bound<Value>: Sendable {
    /// The bound as text: `≥ 0.9`.
    public let text: String
    /// Whether a value satisfies the bound; never for `NaN`.
    public let holds: @Sendable (Value) -> Bool
    /// The same with rounded numbers, where those of the bound are longer than anybody writes.
    private let rounded: Form?

    fileprivate struct Form: Sendable {
        let text: String
        let holds: @Sendable (Value) -> Bool

        init(_ text: String, holds: @escaping @Sendable (Value) -> Bool) {
            self.text = text
            self.holds = holds
        }
    }

    /// - Parameters:
    ///   - numbers: those of the bound.
    ///   - form: the bound with these numbers.
    fileprivate init(_ numbers: [Value], _ form: ([Value]) -> Form) {
        let exact = form(numbers)
        text = exact.text
        holds = exact.holds
        let short = numbers.map { abbreviated($0) ?? $0 }
        rounded = numbers.contains { abbreviated($0) != nil } ? form(short) : nil
    }

    /// The claim that a value satisfies this bound, with up to six significant digits of what was computed, and all
    /// of them where rounding would seem to change the verdict.
    public func claim(_ sentence: String, _ value: Value, line: Int = #line) -> Claim {
        let verdict = holds(value)
        func claim(_ measured: String, _ bound: String) -> Claim {
            Claim(sentence: sentence, measured: measured, bound: bound, holds: verdict, line: line)
        }
        guard let number = value as? any BinaryFloatingPoint else { return claim(boundText(value), text) }
        let short = NumberStyle.automatic.text(Double(number))
        guard let shortValue = Double(short) as? Value else { return claim(short, rounded?.text ?? text) }
        if let rounded, rounded.holds(shortValue) == verdict { return claim(short, rounded.text) }
        return claim(holds(shortValue) == verdict ? short : boundText(value), text)
    }
}

extension Bound where Value: Equatable & Sendable {
    /// Exactly this value.
    public static func equals(_ expected: Value) -> Bound {
        Bound([]) { _ in Form("= \(boundText(expected))") { $0 == expected } }
    }
}

extension Bound where Value: Comparable & Sendable {
    /// This value or more.
    public static func atLeast(_ least: Value) -> Bound {
        Bound([least]) { numbers in Form("≥ \(boundText(numbers[0]))") { $0 >= numbers[0] } }
    }

    /// This value or less.
    public static func atMost(_ most: Value) -> Bound {
        Bound([most]) { numbers in Form("≤ \(boundText(numbers[0]))") { $0 <= numbers[0] } }
    }

    /// Less than this value.
    public static func below(_ limit: Value) -> Bound {
        Bound([limit]) { numbers in Form("< \(boundText(numbers[0]))") { $0 < numbers[0] } }
    }

    /// More than this value.
    public static func above(_ limit: Value) -> Bound {
        Bound([limit]) { numbers in Form("> \(boundText(numbers[0]))") { $0 > numbers[0] } }
    }

    /// From the first value to the second, both included.
    public static func between(_ least: Value, _ most: Value) -> Bound {
        Bound([least, most]) { numbers in
            Form("from \(boundText(numbers[0])) to \(boundText(numbers[1]))") {
                numbers[0] <= $0 && $0 <= numbers[1]
            }
        }
    }
}

extension Bound where Value: BinaryFloatingPoint & Sendable {
    /// Not further from the expected value than the tolerance, which is included.
    public static func within(_ tolerance: Value, of expected: Value) -> Bound {
        Bound([expected, tolerance]) { numbers in
            let (expected, tolerance) = (numbers[0], numbers[1])
            return Form("\(boundText(expected)) ± \(boundText(tolerance))") { value in
                expected - tolerance <= value && value <= expected + tolerance
            }
        }
    }
}

extension Bound where Value: FixedWidthInteger & Sendable {
    /// Not further from the expected value than the tolerance, which is included.
    public static func within(_ tolerance: Value, of expected: Value) -> Bound {
        let text = "\(boundText(expected)) ± \(boundText(tolerance))"
        return Bound([]) { _ in
            Form(text) { value in
                let (distance, overflow) = max(value, expected).subtractingReportingOverflow(
                    min(value, expected))
                return !overflow && distance <= tolerance
            }
        }
    }
}

/// A number as its author wrote it: shortest, and `4` rather than `4.0`.
private func boundText(_ value: some Any) -> String {
    guard let number = value as? any BinaryFloatingPoint else { return ValueText(value).text }
    let text = String(describing: number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A number that was computed, with six significant digits; `nil` for one of up to eight, which somebody wrote.
private func abbreviated<Value>(_ value: Value) -> Value? {
    guard let number = value as? any BinaryFloatingPoint else { return nil }
    let digits = "\(number)".prefix { $0 != "e" }.drop { "-0.".contains($0) }.filter(\.isNumber)
    guard digits.count > 8 else { return nil }
    return Double(NumberStyle.automatic.text(Double(number))) as? Value
}
