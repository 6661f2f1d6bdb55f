import BookModel
import BookRendering
import Foundation
import Testing

@Suite("Formulas")
struct MathTests {
    private static func site(_ tex: String, tools: RenderingTools = TestTools.none) throws -> Site {
        let chapter = ChapterWriter("x")
        chapter.paragraph(.math(tex))
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        return try SiteRenderer(tools: tools).render(book, results: [:])
    }

    @Test(
        "MathML",
        arguments: [
            "x^2": "<msup><mi>x</mi><mn>2</mn></msup>",
            #"\frac{1}{n}"#: "<mfrac><mn>1</mn><mi>n</mi></mfrac>",
            #"\mathbb{R}"#: "<mi mathvariant=\"double-struck\">R</mi>",
            #"\tilde{h} \ne h"#: "<mo>~</mo>",
            #"\text{für}"#: "<mtext>f",
        ])
    func isKaTeXs(tex: String, piece: String) throws {
        #expect(try Self.site(tex).text(of: "x.html")?.contains(piece) == true)
    }

    @Test("characters beyond the basic plane", arguments: ["𝔸", "𝒜", "𝐱"])
    func areIntact(character: String) throws {
        let site = try Self.site("\(character) + 1")
        let text = try #require(site.text(of: "x.html"))
        #expect(text.contains("<annotation encoding=\"application/x-tex\">\(character) + 1</annotation>"))
        #expect(!text.contains("\u{FFFD}"))
        #expect(site.diagnostics.isEmpty)
    }

    @Test(
        "a formula that KaTeX rejects",
        arguments: [
            #"\nothing"#: #"Undefined control sequence: \nothing"#,
            "{": "Expected '}', got 'EOF'",
            #"\href{javascript:x}{y}"#:
                #"'\href' is not allowed: formulas have no links, pictures, names or styles of their own"#,
        ])
    func isShownAndReported(tex: String, message: String) throws {
        let site = try Self.site(tex)
        let expected = Diagnostic(
            .error, "invalid-math", file: "Chapters/x.md", range: Inline.somewhere, message)
        #expect(site.diagnostics == [expected])
        #expect(
            site.text(of: "x.html")?.contains("<strong>Formula not understood:</strong> \(tex)</code>")
                == true)
    }

    @Test("a formula in the store is read there, unless it is another's or damaged")
    func isReadFromTheStore() throws {
        let folder = try TemporaryFolder()
        let tools = RenderingTools(store: folder.url)
        let first = try Self.site("a+b", tools: tools)
        #expect(first.text(of: "x.html")?.contains("<mi>a</mi>") == true)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(names.count == 1)
        let kept = folder.url.appending(path: names[0])
        let entry = try String(contentsOf: kept, encoding: .utf8)
        // Whoever makes a formula anew writes its file anew.
        func fileNumber() throws -> UInt64? {
            try FileManager.default.attributesOfItem(atPath: kept.path)[.systemFileNumber] as? UInt64
        }
        let number = try fileNumber()
        #expect(try Self.site("a+b", tools: tools) == first)
        #expect(try fileNumber() == number)
        for wrong in [
            try Self.entry(of: "c"), entry.replacing("<mi>a</mi>", with: "<mi>x</mi>"), "no hash", "",
        ] {
            try wrong.write(to: kept, atomically: true, encoding: .utf8)
            let again = try Self.site("a+b", tools: tools)
            #expect(again.files == first.files)
            #expect(again.notices == ["dropped a damaged entry of the store, \(kept.path)"])
            #expect(try String(contentsOf: kept, encoding: .utf8) == entry)
        }
    }

    /// The entry of the store for a formula.
    private static func entry(of tex: String) throws -> String {
        let folder = try TemporaryFolder()
        _ = try site(tex, tools: RenderingTools(store: folder.url))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        return try String(contentsOf: folder.url.appending(path: try #require(names.first)), encoding: .utf8)
    }

    @Test("a store that cannot be made")
    func unusableStoreIsNamed() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "file")
        try Data().write(to: file)
        let error = #expect(throws: RenderingError.self) {
            try SiteRenderer(tools: RenderingTools(store: file.appending(path: "store")))
        }
        #expect(error?.description == "cannot use the store '\(file.path)/store': Not a directory")
    }

    @Test("the style sheet names woff2 only")
    func sheetIsTrimmed() throws {
        let css = try #require(try Self.site("x").text(of: "assets/katex.css"))
        #expect(css.contains("woff2') ") == false)
        #expect(css.matches(of: /\.(woff|ttf)\)/).isEmpty)
        #expect(css.matches(of: /\.woff2\)/).count == 20)
    }
}
