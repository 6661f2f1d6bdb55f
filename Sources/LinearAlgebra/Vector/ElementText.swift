/// How numbers are written in descriptions.
enum ElementText {
    /// Up to six significant digits, without trailing zeros: `0.333333`, `1e-07`, `12`.
    static func text(_ value: some Scalar) -> String {
        let value = Double(value)
        if value == 0 { return "0" }
        // Outside these bounds the powers of ten below would overflow.
        guard (1e-290...1e290).contains(value.magnitude) else { return "\(value)" }
        var exponent = decimalExponent(of: value.magnitude)
        var digits = (value.magnitude * powerOfTen(5 - exponent)).rounded()
        if digits >= 1_000_000 {
            digits /= 10
            exponent += 1
        }
        let sign = value < 0 ? "-" : ""
        return sign + layOut(String(Int(digits)), exponent: exponent)
    }

    /// The texts of `count` items, with "…" in the place of the middle ones where there are more than
    /// `limit`.
    static func abridged(_ count: Int, limit: Int, text: (Int) -> String) -> [String] {
        guard count > limit else { return (0..<count).map(text) }
        let half = limit / 2
        return (0..<half).map(text) + ["…"] + (count - half..<count).map(text)
    }

    private static func layOut(_ digits: String, exponent: Int) -> String {
        var significant = digits[...]
        while significant.count > 1, significant.last == "0" { significant.removeLast() }
        if exponent < -4 || exponent >= 6 {
            let fraction = significant.dropFirst()
            let mantissa = significant.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
            return "\(mantissa)e\(exponent < 0 ? "-" : "+")\(abs(exponent) < 10 ? "0" : "")\(abs(exponent))"
        }
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + significant }
        let whole = digits.prefix(exponent + 1)
        let fraction = significant.dropFirst(exponent + 1)
        return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    }

    /// The e with 10ᵉ ≤ value < 10ᵉ⁺¹, for value > 0.
    private static func decimalExponent(of value: Double) -> Int {
        var exponent = Int((Double(value.exponent) * 0.301029995663981).rounded(.down))
        while powerOfTen(exponent + 1) <= value { exponent += 1 }
        while powerOfTen(exponent) > value { exponent -= 1 }
        return exponent
    }

    private static func powerOfTen(_ exponent: Int) -> Double {
        Double("1e\(exponent)") ?? .infinity
    }
}
