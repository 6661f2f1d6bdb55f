/// How the numbers of a column are stored, and so which of their bits are the lowest.
///
/// A stored number is a code of whole bits. Changing the lowest b bits of a code leaves ⌊code / 2ᵇ⌋ as it was,
/// which is what lets a signature be written into a number without changing what it signs.
public enum NumberFormat: Hashable, Sendable, Codable {
    /// Multiples of 10⁻ᵖ, p from 0 to 15: the code q stands for q / 10ᵖ, for q from −2⁵⁰ to 2⁵⁰ − 1.
    ///
    /// The number is the `Double` closest to q / 10ᵖ: what reading the decimal text gives.
    case decimal(places: Int)
    /// Grey levels: the code q = 0 … levels − 1 stands for q · white / (levels − 1).
    case pixel(levels: Int, white: Double)
    /// Numbers that a `Float` holds, of which the 23 bits of the fraction may change.
    case float
    /// Any finite `Double`, of which the 52 bits of the fraction may change.
    case double

    /// Whole numbers, from −2⁵⁰ to 2⁵⁰ − 1.
    public static let integer = NumberFormat.decimal(places: 0)

    /// The largest number of low bits that may change without leaving the format.
    public var bitCapacity: Int {
        switch self {
        case .decimal: 50
        // The largest power of two that divides the number of levels: with 17 levels, 16 may not become 17.
        case .pixel(let levels, _): levels.trailingZeroBitCount
        case .float: 23
        case .double: 52
        }
    }

    /// A bound on |x′ − x| where x′ differs from x only in the lowest bits; reached by some x, except for
    /// `.float` and `.double`, where it is the step at x times 2ᵇ − 1.
    ///
    /// - Parameters:
    ///   - bits: b, from 0 to `bitCapacity`.
    ///   - value: x, a number of the format; only `.float` and `.double` have steps that depend on it.
    public func largestChange(lowBits bits: Int, at value: Double) -> Double {
        let steps = Double(UInt64(1) << UInt64(bits) - 1)
        return switch self {
        case .decimal(let places): steps / Self.powersOfTen[places]
        case .pixel(let levels, let white): steps * white / Double(levels - 1)
        case .float: steps * Double(Float(value).ulp)
        case .double: steps * value.ulp
        }
    }

    /// 10⁰ … 10¹⁵, all exact.
    static let powersOfTen: [Double] = (0...15).map { places in
        (0..<places).reduce(1.0) { power, _ in power * 10 }
    }

    /// What is wrong with the parameters, if anything.
    var fault: String? {
        switch self {
        case .decimal(let places) where !(0...15).contains(places):
            "\(places) decimal places, expected 0 to 15"
        case .pixel(let levels, _) where !(2...65_536).contains(levels):
            "\(levels) grey levels, expected 2 to 65,536"
        case .pixel(_, let white) where !(white > 0 && white.isFinite):
            "white at \(white), expected a positive finite number"
        default: nil
        }
    }
}

extension NumberFormat: CustomStringConvertible {
    public var description: String {
        switch self {
        case .decimal(places: 0): "whole numbers"
        case .decimal(let places): "decimals of \(places) place\(places == 1 ? "" : "s")"
        case .pixel(let levels, let white): "\(levels) grey levels from 0 to \(white)"
        case .float: "Float"
        case .double: "Double"
        }
    }
}
