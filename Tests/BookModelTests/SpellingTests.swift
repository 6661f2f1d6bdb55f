import BookModel
import Testing

@Suite struct SpellingTests {
    static let flags = CellFlag.allCases.map(\.rawValue)

    @Test(
        "Spelling.nearest",
        arguments: [
            "hiden": "hidden", "hidde": "hidden", "hiddenn": "hidden", "HIDDEN": "hidden", "hdiden": "hidden",
            "tarps": "traps", "fials": "fails", "kep": "keep", "parameter": "parameters",
            "optimise": "optimize",
            "freesh": "fresh",
        ])
    func aNearNameIsFound(name: String, expected: String) {
        #expect(Spelling.nearest(to: name, among: Self.flags) == expected)
    }

    @Test("Spelling.nearest", arguments: ["", "banana", "x", "hi", "compilation", "show"])
    func aFarNameIsNot(name: String) {
        #expect(Spelling.nearest(to: name, among: Self.flags) == nil)
    }

    @Test func theFirstOfEquallyNearNamesWins() {
        #expect(Spelling.nearest(to: "fig-c", among: ["fig-b", "fig-a"]) == "fig-b")
        #expect(Spelling.nearest(to: "fig-a", among: ["fig-b", "fig-a"]) == "fig-a")
    }

    @Test func nothingIsNearAmongNone() {
        #expect(Spelling.nearest(to: "a", among: []) == nil)
    }
}
