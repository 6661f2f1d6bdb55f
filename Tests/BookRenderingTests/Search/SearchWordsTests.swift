import BookRendering
import Foundation
import Testing

/// By which terms a text is found, by the builder of the index and by what runs in a browser alike.
@Suite("Words of a search")
struct SearchWordsTests {
    @Test(
        "terms",
        arguments: [
            "Networks verify": ["networks", "verify"], "the and of": [],
            "ReluNetwork": ["relunetwork", "relu", "network"],
            "ReLUNetwork": ["relunetwork", "relu", "network"], "CLWE": ["clwe"], "hCLWE": ["hclwe", "clwe"],
            "LWEs": ["lwes"], "HTTPServer": ["httpserver", "http", "server"],
            "Ed25519Key": ["ed25519key", "ed25519", "key"],
            "x_i": ["x_i"], "learning_rate": ["learning_rate", "learning", "rate"], "γ": ["gamma"],
            "Γ_1": ["gamma_1", "gamma"],
            "2γ": ["2", "gamma"], "λx": ["lambda", "x"], "µ": ["mu"], "δίκτυο": ["δικτυο"], "Ονος": ["ονοσ"],
            "a ≥ b": ["≥", "b"], "x >= 1": ["x", "≥", "1"], "x != y": ["x", "≠", "y"], "1 − 2": ["1", "2"],
            "0.95, 10,000": ["0.95", "10", "000"], "v1.2": ["v1.2"], "end. Next": ["end", "next"],
            "Euler's don’t 'quoted'": ["euler", "dont", "quoted"], "black-box": ["black", "box"],
            "café": ["cafe"],
            "ℝ ∪ 𝔼": ["ℝ", "∪", "𝔼"], "模型": ["模", "型"], "a\u{202E}b\u{2028}cd": ["b", "cd"],
            "__init__": ["init"], "'": [], "_": [], "": [], "\u{301}": [], "no\u{AD}break": ["break"],
            String(repeating: "x", count: 10_000): [String(repeating: "x", count: 40)],
            String(repeating: "x", count: 39) + "𝔼𝔼": [String(repeating: "x", count: 39)],
        ])
    func areFound(text: String, terms: [String]) throws {
        #expect(SearchWords.terms(in: text) == terms)
        // Duktape has no `normalize`; the tests in a browser cover accents.
        guard !text.unicodeScalars.contains(where: { "éίς".unicodeScalars.contains($0) }) else { return }
        let words = try SearchEngine().value("bookSearch.words(\(ScriptText.literal(text)))", as: [Word].self)
        #expect(words.flatMap(\.terms) == terms)
    }

    private struct Word: Decodable {
        let start: Int
        let end: Int
        let terms: [String]
    }

    @Test("words are found in their places")
    func placesAreThoseOfTheText() throws {
        let text = "Let ReluNetwork(x_i) >= 0.5: 𝔼’s."
        let words = try SearchEngine().value("bookSearch.words(\(ScriptText.literal(text)))", as: [Word].self)
        let units = Array(text.utf16)
        #expect(
            words.map { String(decoding: units[$0.start..<$0.end], as: UTF16.self) } == [
                "ReluNetwork", "x_i", ">=", "0.5", "𝔼’s",
            ])
    }

    @Test("every character of the basic plane is the same to both")
    func classesAgree() throws {
        var text = ""
        for scalar in (1...0xFFFF).compactMap({ Unicode.Scalar(UInt32($0)) }) {
            let character = String(scalar)
            // Duktape knows neither normal forms nor the case of every letter.
            let isPlain = character.decomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual([scalar]
            )
            guard isPlain, scalar.properties.lowercaseMapping == character else { continue }
            if !(0x300...0x36F).contains(scalar.value) { text += "\(character) " }
        }
        let theirs = try SearchEngine().value(
            "bookSearch.words(\(ScriptText.literal(text)))", as: [Word].self)
        let difference = SearchWords.terms(in: text).difference(from: theirs.flatMap(\.terms))
        #expect(difference.isEmpty, "\(difference.prefix(20))")
    }

    @Test("too common are the words that lunr leaves out")
    func commonWordsAreLunrs() throws {
        let engine = try SearchEngine()
        for word in SearchStopWords.all.sorted() {
            #expect(
                try engine.value("!lunr.stopWordFilter(new lunr.Token(\"\(word)\", {}))", as: Bool.self),
                "\(word)")
        }
        #expect(SearchStopWords.all.count == 119)
    }

    @Test(
        "formulas",
        arguments: [
            #"\gamma \ge 2\sqrt{k}"#: "γ ≥ 2√k", #"x_{i}^{2}"#: "x_i^2", #"e^{-x^2/2}"#: "e^(-x^2/2)",
            #"\frac{a+b}{2}"#: "(a+b)/2", #"\mathbb{R}^n"#: "ℝ^n", #"\mathcal{N}(0, I_n)"#: "N(0, I_n)",
            #"\lVert y \rVert \to \infty"#: "‖ y ‖ → ∞", #"\Pr[A = 1]"#: "Pr [A = 1]",
            #"\{x \mid x \in S\}"#: "{x | x ∈ S}",
            #"\left\langle g, \omega \right\rangle"#: "⟨ g, ω ⟩", #"\hat{x}"#: "x",
            #"\text{if } n > 0"#: "if n > 0",
            #"\begin{aligned} a &= b \\ c \end{aligned}"#: "a = b c", #"a \% b \unknown"#: "a % b unknown",
            #"}{\"#: "", #"x_"#: "x_", #"\frac"#: "/", "": "",
        ])
    func formulasAreLines(tex: String, text: String) {
        #expect(FormulaText.text(of: tex) == text)
    }

    @Test("a formula of many braces is read to its end")
    func deepFormulasEnd() {
        let deep = String(repeating: "{", count: 20_000) + "x" + String(repeating: "}", count: 20_000)
        #expect(FormulaText.text(of: deep).count <= 1)
        #expect(FormulaText.text(of: String(repeating: "^\\sqrt", count: 20_000)).utf8.count < 200_000)
    }

    @Test(
        "literals of scripts",
        arguments: [
            "</script>": #""\u003c/script>""#, "a\"\\\n\t": #""a\"\\\n\u0009""#,
            "\u{2028}\u{2029}": #""\u2028\u2029""#,
            "ï¨é“𝔼": "\"ï¨é“𝔼\"", "\u{0}\u{7F}": #""\u0000\u007f""#,
        ])
    func literalsAreSafe(text: String, literal: String) throws {
        #expect(ScriptText.literal(text) == literal)
        #expect(try JSONDecoder().decode(String.self, from: Data(literal.utf8)) == text)
    }
}
