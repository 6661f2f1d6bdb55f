internal import Glibc

extension NumberFormat {
    /// The code of a number, as the 64 bits of a two's complement or of the floating-point pattern.
    ///
    /// - Returns: `nil` where the format does not hold the number. Negative zero is zero in `.decimal` and
    ///   `.pixel`.
    ///
    /// Postcondition: `value(ofCode: code) == value`.
    public func code(of value: Double) -> UInt64? {
        guard value.isFinite else { return nil }
        switch self {
        case .decimal(let places):
            // Below 2⁵⁰ the product is off by less than 1/4, so rounding finds the only candidate.
            let scaled = (value * Self.powersOfTen[places]).rounded()
            guard scaled >= -0x1p50, scaled < 0x1p50, scaled / Self.powersOfTen[places] == value else {
                return nil
            }
            return UInt64(bitPattern: Int64(scaled))
        case .pixel(let levels, let white):
            let level = (value / white * Double(levels - 1)).rounded()
            guard level >= 0, level < Double(levels), level * white / Double(levels - 1) == value else {
                return nil
            }
            return UInt64(level)
        case .float:
            let single = Float(value)
            return Double(single) == value ? UInt64(single.bitPattern) : nil
        case .double: return value.bitPattern
        }
    }

    /// The number that a code stands for; the code is one that `code(of:)` gave, up to its low bits.
    public func value(ofCode code: UInt64) -> Double {
        switch self {
        case .decimal(let places): Double(Int64(bitPattern: code)) / Self.powersOfTen[places]
        case .pixel(let levels, let white): Double(code) * white / Double(levels - 1)
        case .float: Double(Float(bitPattern: UInt32(truncatingIfNeeded: code)))
        case .double: Double(bitPattern: code)
        }
    }

    /// The number of the format that is closest to a finite number; `nil` where that is outside its range.
    public func nearest(to value: Double) -> Double? {
        guard value.isFinite else { return nil }
        let candidate =
            switch self {
            case .decimal(let places):
                (value * Self.powersOfTen[places]).rounded() / Self.powersOfTen[places]
            case .pixel(let levels, let white):
                (value / white * Double(levels - 1)).rounded() * white / Double(levels - 1)
            case .float: Double(Float(value))
            case .double: value
            }
        return code(of: candidate) == nil ? nil : candidate
    }
}
