/// Numbers of a picture with two decimals of a pixel, which no screen and no print can show.
enum PictureNumber {
    /// Hundredths of a pixel; `nil` for what is too large to be counted so.
    static func hundredths(_ value: Double) -> Int? {
        guard value.isFinite, abs(value) < 1e9 else { return nil }
        return Int((value * 100).rounded())
    }

    /// `12`, `.5`, `-3.25`.
    static func text(hundredths: Int) -> String {
        let sign = hundredths < 0 ? "-" : ""
        let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let digits = part == 0 ? "" : part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)"
        return sign + (whole == 0 && part != 0 ? "" : String(whole)) + digits
    }

    /// The number with two decimals; anything else as it is.
    static func text(_ text: String) -> String {
        guard let value = Double(text), let rounded = hundredths(value) else { return text }
        return self.text(hundredths: rounded)
    }

    /// A list of transformations; numbers that multiply others keep their digits.
    static func transform(_ text: String) -> String {
        guard !text.contains("matrix"), !text.contains("scale") else { return text }
        return text.replacing(/-?[0-9.]+(?:e-?[0-9]+)?/.ignoresCase()) { self.text(String($0.output)) }
    }

    /// `#440154` for `rgb(68, 1, 84)`; other colours as they are.
    static func colour(_ value: String) -> String {
        guard let match = value.wholeMatch(of: /rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)/)
        else { return value }
        let parts = [match.output.1, match.output.2, match.output.3].compactMap { UInt8($0) }
        guard parts.count == 3 else { return value }
        let digits = Array("0123456789abcdef")
        return "#" + String(parts.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
