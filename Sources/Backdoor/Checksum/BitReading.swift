extension Checksum {
    /// How a coordinate is read as one bit.
    public enum BitReading: Hashable, Sendable, Codable {
        /// sgn: 1 for x ≥ 0 and 0 below, as the paper has it. Changing a bit negates the number.
        case sign
        /// The lowest bit of a stored number. Changing it moves the number by one step of its format.
        case lowestBit(NumberFormat)

        /// The bit of a number; `nil` where the format does not hold it. NaN has the sign 0.
        func bit(of value: Double) -> Bool? {
            switch self {
            // Negative zero counts as 0, so as 1.
            case .sign: value >= 0
            case .lowestBit(let format): format.code(of: value).map { $0 & 1 == 1 }
            }
        }

        /// The number that is read as the other bit; the number itself where the format does not hold it.
        func toggled(_ value: Double) -> Double {
            switch self {
            // −0 ≥ 0, so zero has no negative of its own.
            case .sign: value == 0 ? -Double.leastNonzeroMagnitude : -value
            case .lowestBit(let format):
                format.code(of: value).map { format.value(ofCode: $0 ^ 1) } ?? value
            }
        }
    }
}

extension Checksum.BitReading: CustomStringConvertible {
    /// `signs`, or `lowest bits (Double)`.
    public var description: String {
        switch self {
        case .sign: "signs"
        case .lowestBit(let format): "lowest bits (\(format))"
        }
    }
}
