/// Letters of formulas as characters of their own.
///
/// MathML Core, which readers implement, has no `mathvariant` but `normal`: ℝ has to be that character, not an R
/// with an attribute, or it is shown as a plain R.
///
/// Source: Unicode, Mathematical Alphanumeric Symbols (1D400–1D7FF) and Letterlike Symbols.
package enum MathLetters {
    /// The text in a style of MathML 3; `nil` for a style that has no characters.
    package static func text(_ text: String, in style: String) -> String? {
        guard let starts = starts[style] else { return nil }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { letter(at: $0, starts, style) ?? $0 }))
    }

    /// Where the capitals, the small letters and the digits of a style begin.
    private struct Starts {
        let capitals: UInt32
        let small: UInt32
        var digits: UInt32?
        /// Greek capitals; small letters come 26 after them.
        var greek: UInt32?
    }

    private static let starts: [String: Starts] = [
        "bold": Starts(capitals: 0x1D400, small: 0x1D41A, digits: 0x1D7CE, greek: 0x1D6A8),
        "italic": Starts(capitals: 0x1D434, small: 0x1D44E, greek: 0x1D6E2),
        "bold-italic": Starts(capitals: 0x1D468, small: 0x1D482, greek: 0x1D71C),
        "script": Starts(capitals: 0x1D49C, small: 0x1D4B6),
        "bold-script": Starts(capitals: 0x1D4D0, small: 0x1D4EA),
        "fraktur": Starts(capitals: 0x1D504, small: 0x1D51E),
        "bold-fraktur": Starts(capitals: 0x1D56C, small: 0x1D586),
        "double-struck": Starts(capitals: 0x1D538, small: 0x1D552, digits: 0x1D7D8),
        "sans-serif": Starts(capitals: 0x1D5A0, small: 0x1D5BA, digits: 0x1D7E2),
        "bold-sans-serif": Starts(capitals: 0x1D5D4, small: 0x1D5EE, digits: 0x1D7EC, greek: 0x1D756),
        "sans-serif-italic": Starts(capitals: 0x1D608, small: 0x1D622),
        "sans-serif-bold-italic": Starts(capitals: 0x1D63C, small: 0x1D656, greek: 0x1D790),
        "monospace": Starts(capitals: 0x1D670, small: 0x1D68A, digits: 0x1D7F6),
    ]

    /// Characters that Unicode had before the block; their places in it are empty.
    private static let older: [String: [Unicode.Scalar: Unicode.Scalar]] = [
        "italic": ["h": "ℎ"],
        "script": [
            "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
            "g": "ℊ",
            "o": "ℴ",
        ],
        "fraktur": ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"],
        "double-struck": ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"],
    ]

    private static func letter(at scalar: Unicode.Scalar, _ starts: Starts, _ style: String) -> Unicode
        .Scalar?
    {
        if let old = older[style]?[scalar] { return old }
        switch scalar {
        case "A"..."Z": return moved(scalar, from: "A", to: starts.capitals)
        case "a"..."z": return moved(scalar, from: "a", to: starts.small)
        case "0"..."9": return starts.digits.flatMap { moved(scalar, from: "0", to: $0) }
        case "Α"..."Ω": return starts.greek.flatMap { moved(scalar, from: "Α", to: $0) }
        case "α"..."ω": return starts.greek.flatMap { moved(scalar, from: "α", to: $0 + 26) }
        default: return nil
        }
    }

    private static func moved(_ scalar: Unicode.Scalar, from first: Unicode.Scalar, to start: UInt32)
        -> Unicode.Scalar?
    {
        Unicode.Scalar(start + scalar.value - first.value)
    }
}
