import Notebook
import Testing

/// The text of values that have no form of their own.
struct DescriptionTests {
    struct Person {
        var name: String
        var scores: [String: Int]
    }

    enum Outcome {
        case nothing
        case found(Int)
        case many(counts: [String: Int], seed: Int)
    }

    struct Temperature: CustomStringConvertible {
        var description: String { "21 °C" }
    }

    static func text(_ value: Any) -> String { MIMEBundle(describing: value).text }

    @Test("plain values")
    func plain() {
        #expect(Self.text("a <b> & \"c\"") == "a <b> & \"c\"")
        #expect(Self.text(3) == "3")
        #expect(Self.text(0.1) == "0.1")
        #expect(Self.text(Float(0.1)) == "0.1")
        #expect(Self.text(2.0) == "2.0")
        #expect(Self.text(true) == "true")
        #expect(Self.text(Temperature()) == "21 °C")
        #expect(Self.text(0...3) == "0...3")
        #expect(Self.text(()) == "()")
    }

    @Test("an optional is its value or nil")
    func optionals() {
        #expect(Self.text(Optional(3) as Any) == "3")
        #expect(Self.text(Optional<Int>.none as Any) == "nil")
        #expect(Self.text(Optional(Optional("x")) as Any) == "x")
        #expect(Self.text([1, nil, 3] as [Int?]) == "[1, nil, 3]")
    }

    @Test("dictionaries and sets come in the order of their keys, at every depth")
    func order() {
        #expect(Self.text(["b": 2, "a": 1, "c": 3]) == #"["a": 1, "b": 2, "c": 3]"#)
        #expect(Self.text([10: "x", 9: "y"]) == #"[9: "y", 10: "x"]"#)
        #expect(Self.text(Set([3, 1, 20])) == "[1, 3, 20]")
        #expect(Self.text([String: Int]()) == "[:]")
        let person = Person(name: "Ada", scores: ["y": 2, "x": 1])
        #expect(Self.text(person) == #"Person(name: "Ada", scores: ["x": 1, "y": 2])"#)
        #expect(Self.text([Outcome.nothing, .found(3)]) == "[nothing, found(3)]")
        #expect(
            Self.text(Outcome.many(counts: ["z": 1, "b": 2], seed: 7))
                == #"many(counts: ["b": 2, "z": 1], seed: 7)"#)
        #expect(Self.text((x: 1, y: ["b": 0.5, "a": 1.5])) == #"(x: 1, y: ["a": 1.5, "b": 0.5])"#)
    }

    @Test("long values are broken into lines and cut, and the rest is counted")
    func long() throws {
        let rows = (1...4).map { row in (1...8).map { Double($0 * row) / 8 } }
        let values: [Any] = [
            Array(0..<1_250), rows, Person(name: String(repeating: "n", count: 80), scores: ["a": 1]),
        ]
        try expectFixture("long-values.txt", values.map(Self.text).joined(separator: "\n\n"))
    }

    @Test("a Displayable value shows its own bundle, also inside of an optional")
    func displayable() {
        struct Badge: Displayable {
            var mimeBundle: MIMEBundle { MIMEBundle(text: "badge", html: "<b>badge</b>") }
        }
        let expected = ["text/plain": "badge", "text/html": "<b>badge</b>"]
        #expect(MIMEBundle(describing: Badge()).representations == expected)
        #expect(MIMEBundle(describing: Optional(Badge()) as Any).representations == expected)
    }

    @Test("a bundle always has plain text")
    func plainText() {
        #expect(
            MIMEBundle([MIMEBundle.svg: "<svg/>"]).representations == [
                "image/svg+xml": "<svg/>", "text/plain": "",
            ])
    }
}
