import Glibc

/// Numbers as text in the C locale: a point before the decimals, whatever the machine's language.
enum NumberText {
    /// Decimals in positional notation, rounded to nearest, without `-0`.
    static func fixed(_ value: Double, decimals: Int) -> String {
        let text = printed("%.\(checked(decimals))f", value)
        let isZero = text.allSatisfy { "-0.".contains($0) }
        return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
    }

    /// `3.1 × 10⁻⁵`; powers 0 are written without the power.
    static func scientific(_ value: Double, decimals: Int) -> String {
        let parts = printed("%.\(checked(decimals))e", value == 0 ? 0 : value).split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return String(describing: value) }
        return exponent == 0 ? String(parts[0]) : "\(parts[0]) × 10\(superscript(exponent))"
    }

    /// A fixed number of significant digits; as a power of ten where positional notation would be long.
    static func significant(_ value: Double, digits: Int) -> String {
        let digits = max(1, digits)
        guard value != 0 else { return fixed(0, decimals: digits - 1) }
        let exponent = decimalExponent(value, digits: digits)
        if exponent < -5 || exponent > 14 { return scientific(value, decimals: digits - 1) }
        guard exponent >= digits else { return fixed(value, decimals: digits - 1 - exponent) }
        return fixed(Double(printed("%.\(digits - 1)e", value)) ?? value, decimals: 0)
    }

    /// At most `digits` significant digits and no zeros at the end: `0.5`, `1e-07`, `123457`.
    static func shortened(_ value: Double, digits: Int) -> String {
        value == 0 ? "0" : printed("%.\(checked(digits))g", value)
    }

    /// For sentences: four significant digits, whole numbers whole, `5.96 × 10⁻⁵` instead of `5.96e-05`.
    static func spoken(_ value: Double) -> String {
        guard value.isFinite else { return NumberStyle.automatic.text(value) }
        if value == value.rounded(), value.magnitude < 1e7 { return grouped(fixed(value, decimals: 0)) }
        let text = shortened(value, digits: 4)
        return text.contains("e") ? scientific(value, decimals: 2) : text
    }

    /// The digits before the point in groups of three.
    static func grouped(_ text: String) -> String {
        let sign = text.hasPrefix("-") ? "-" : ""
        let digits = text.dropFirst(sign.count)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return sign + result
    }

    /// The power of ten of the first digit after rounding to `digits` significant digits.
    static func decimalExponent(_ value: Double, digits: Int) -> Int {
        printed("%.\(checked(digits) - 1)e", value).split(separator: "e").last.flatMap { Int($0) } ?? 0
    }

    static func superscript(_ number: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return String(String(number).map { $0 == "-" ? "⁻" : digits[$0.wholeNumberValue ?? 0] })
    }

    private static func checked(_ digits: Int) -> Int {
        guard (0...17).contains(digits) else {
            fatalError("a number is written with 0 to 17 digits, not \(digits)")
        }
        return digits
    }

    private static func printed(_ format: String, _ value: Double) -> String {
        withVaList([value]) { arguments in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
                let count = Int(vsnprintf(buffer.baseAddress, buffer.count, format, arguments))
                return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
            }
        }
    }
}
