import BookExport
import Testing

@Suite("MathLetters")
struct MathLettersTests {
    /// The names that Unicode gives the letters of a style.
    @Test(
        "names of Unicode",
        arguments: [
            "bold": "MATHEMATICAL BOLD", "italic": "MATHEMATICAL ITALIC",
            "bold-italic": "MATHEMATICAL BOLD ITALIC",
            "script": "MATHEMATICAL SCRIPT", "bold-script": "MATHEMATICAL BOLD SCRIPT",
            "fraktur": "MATHEMATICAL FRAKTUR", "bold-fraktur": "MATHEMATICAL BOLD FRAKTUR",
            "double-struck": "MATHEMATICAL DOUBLE-STRUCK", "sans-serif": "MATHEMATICAL SANS-SERIF",
            "bold-sans-serif": "MATHEMATICAL SANS-SERIF BOLD",
            "sans-serif-italic": "MATHEMATICAL SANS-SERIF ITALIC",
            "sans-serif-bold-italic": "MATHEMATICAL SANS-SERIF BOLD ITALIC",
            "monospace": "MATHEMATICAL MONOSPACE",
        ])
    func lettersHaveTheNameOfTheirStyle(style: String, name: String) throws {
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" {
            let text = try #require(MathLetters.text(String(letter), in: style))
            let scalar = try #require(text.unicodeScalars.first)
            let found = scalar.properties.name ?? ""
            let kind = letter.isUppercase ? "CAPITAL" : "SMALL"
            let isNamed = found == "\(name) \(kind) \(letter.uppercased())"
            // Letters that Unicode had before: DOUBLE-STRUCK CAPITAL R, SCRIPT SMALL E, BLACK-LETTER CAPITAL H.
            let isOlder =
                found.hasSuffix("\(kind) \(letter.uppercased())") && scalar.value < 0x3000
                || found == "PLANCK CONSTANT"
            #expect(isNamed || isOlder, "\(letter) in \(style) is \(found)")
        }
    }

    @Test("digits", arguments: ["bold": "𝟎𝟗", "double-struck": "𝟘𝟡", "monospace": "𝟶𝟿", "italic": "09"])
    func digitsFollowWhereTheStyleHasThem(style: String, expected: String) {
        #expect(MathLetters.text("09", in: style) == expected)
    }

    @Test func greekLettersFollowAndOthersStay() {
        #expect(MathLetters.text("ΑΩαω", in: "bold") == "𝚨𝛀𝛂𝛚")
        #expect(MathLetters.text("α+é", in: "double-struck") == "α+é")
        #expect(MathLetters.text("x", in: "normal") == nil)
    }
}
