/// Numbers for prose: `` `{swift} accuracy.percent` ``.
extension BinaryFloatingPoint {
    /// A fraction as a percentage with one decimal: `0.743.percent` is `74.3 %`.
    ///
    /// The space before `%` does not break (U+00A0).
    public var percent: String { percent(1) }

    /// A fraction as a percentage: `0.7426.percent(2)` is `74.26 %`.
    ///
    /// - Parameter decimals: Digits after the point, from 0 to 17.
    public func percent(_ decimals: Int) -> String { written(.percent(decimals)) }

    /// A fixed number of decimals: `Double.pi.decimals(3)` is `3.142`.
    ///
    /// - Parameter count: Digits after the point, from 0 to 17.
    public func decimals(_ count: Int) -> String { written(.decimals(count)) }

    /// A number of significant digits, zeros at the end kept: `0.031.significant(3)` is `0.0310`.
    ///
    /// - Parameter digits: From 1 to 17.
    public func significant(_ digits: Int) -> String { written(.significant(digits)) }

    /// A power of ten with one decimal before it: `3.1e-5.scientific` is `3.1 × 10⁻⁵`.
    public var scientific: String { scientific(1) }

    /// A power of ten: `0.00024414.scientific(2)` is `2.44 × 10⁻⁴`.
    ///
    /// - Parameter decimals: Digits after the point, from 0 to 17.
    public func scientific(_ decimals: Int) -> String { written(.scientific(decimals)) }

    /// The nearest whole number with a comma between thousands: `1e6.grouped` is `1,000,000`.
    public var grouped: String { written(.grouped) }

    /// The number in a style, with a true minus sign.
    public func written(_ style: NumberStyle) -> String {
        style.text(Double(self)).replacingMinus
    }
}

extension BinaryInteger {
    /// The number with a comma between thousands: `1000000.grouped` is `1,000,000`.
    public var grouped: String { NumberText.grouped(String(self)).replacingMinus }
}

extension String {
    /// With the minus sign of print (U+2212) in place of a hyphen at the start.
    var replacingMinus: String {
        hasPrefix("-") ? "−" + dropFirst() : self
    }
}
