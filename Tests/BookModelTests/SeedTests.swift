import BookModel
import Testing

@Suite("Seeds of a chapter")
struct SeedTests {
    @Test(
        "literals behind `seed:`",
        arguments: [
            (#"let book = Generator(seed: "Pancakes")"#, [#""Pancakes""#]),
            ("let book = Generator(seed:8)", ["8"]),
            ("f(seed: 1_000) + f(seed: 0xFF)", ["1_000", "0xFF"]),
            ("f(seed: 8) + g(seed: 8)", ["8"]),
            (#"f(seed: "a \" b")"#, [#""a \" b""#]),
            ("(1...20).map { seed in f(seed: seed) }", []),
            ("// f(seed: 8)", []),
            (#"print("seed: 8")"#, []),
            ("f(reseed: 8)", []),
            (#"f(seed: "open"#, []),
            ("#\"seed: 8\"#\n\"\"\"\n\"\"\"\nf(seed: 9)", ["9"]),
        ])
    func literalsAreFound(code: String, expected: [String]) {
        #expect(Self.chapter([code]).seeds == expected)
    }

    @Test("over the cells of a chapter, in order and each once")
    func cellsAreReadInOrder() {
        #expect(Self.chapter(["f(seed: 2)", "f(seed: 1)", "f(seed: 2)"]).seeds == ["2", "1"])
    }

    private static func chapter(_ codes: [String]) -> Chapter {
        let cells = codes.enumerated().map { number, code in
            Cell(
                id: "cell-\(number + 1)", range: SourceRange(line: 1, column: 1, length: 1), flags: [],
                options: CellOptions(), code: code, codeLine: 2, optionLineCount: 0)
        }
        return Chapter(
            source: SourceFile(path: "Chapters/x.md", text: ""), stem: "x", frontMatter: FrontMatter(),
            blocks: [], cells: cells, values: [])
    }
}
