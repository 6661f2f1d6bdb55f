import BookModel
import BookRendering
import Foundation
import Testing

@Suite("Figures")
struct FigureTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func site(
        _ specification: String, _ python: URL?, options: CellOptions = .labelled("fig-x"), store: URL? = nil
    ) throws -> Site {
        let chapter = ChapterWriter("x")
        chapter.cell("plot", options: options, [.figure(specification, text: "as text")])
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        return try SiteRenderer(tools: RenderingTools(python: python, store: store))
            .render(book, results: ["x": chapter.results])
    }

    /// A program in the place of Python that gives this reply.
    private func converter(saying reply: String) throws -> URL {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/converter")
        let link = folder.url.appending(path: "python")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: script)
        try "\(reply)\n".write(to: folder.url.appending(path: "replies"), atomically: true, encoding: .utf8)
        return link
    }

    private func picture(_ svg: String) throws -> String {
        let json = try JSONEncoder().encode(["svg": svg])
        let page =
            try site("{}", try converter(saying: String(decoding: json, as: UTF8.self))).text(of: "x.html")
            ?? ""
        let match = page.firstMatch(of: /<\/desc>([\s\S]*)<\/svg>/)
        return match.map { String($0.output.1) } ?? "no picture"
    }

    @Test(
        "what a picture may hold",
        arguments: [
            "<path d=\"M0,0L1,1L2,0\" stroke=\"#1B4FA8\" fill=\"none\"/>":
                "<path d=\"M0 0l1 1 1-1\" stroke=\"var(--figure-blue)\" fill=\"none\"/>",
            "<text fill=\"#33302a\">a &lt; b</text>": "<text fill=\"var(--figure-ink)\">a &lt; b</text>",
            "<script>alert(1)</script>": "",
            "<a xlink:href=\"javascript:alert(1)\"><path onclick=\"x\" d=\"M0,0h1v2z\"/></a>":
                "<path d=\"M0 0h1v2z\"/>",
            "<foreignObject><p>x</p></foreignObject>": "",
            "<image xlink:href=\"http://a.example/x.png\" width=\"1\"/>": "<image width=\"1\"/>",
            "<image xlink:href=\"data:image/png;base64,AA==\"/>":
                "<image xlink:href=\"data:image/png;base64,AA==\"/>",
            "<image href=\"data:image/svg+xml;base64,AA==\"/>": "<image/>",
            "<g clip-path=\"url(#clip7)\"><text>x</text></g><clipPath id=\"clip7\"><path d=\"M0,0h1v1z\"/></clipPath>":
                "<g clip-path=\"url(#picture-1-1)\"><text>x</text></g>"
                + "<clipPath id=\"picture-1-1\"><path d=\"M0 0h1v1z\"/></clipPath>",
            "<text id=\"\u{F8FE}9\">\u{F8FE}1</text>": "<text>1</text>",
            "<rect fill=\"url(http://a.example/#x)\" width=\"1\"/>": "<rect width=\"1\"/>",
            "<rect style=\"background: url(x)\" width=\"1\"/>": "<rect width=\"1\"/>",
            "</svg></main><g><text>x</text>": "<text>x</text>",
            "<g opacity=\"0.5\"><path d=\"M0,0h1v2z\"/>": "<g opacity=\"0.5\"><path d=\"M0 0h1v2z\"/></g>",
        ])
    func onlyDrawingPasses(inside: String, expected: String) throws {
        #expect(try picture("<svg width=\"10.2\" height=\"5\">\(inside)</svg>") == expected)
    }

    @Test("root element")
    func isNamedAndDescribed() throws {
        let specification = #"{"title": {"text": ["Half", "flip"]}, "description": "Lines rise."}"#
        let python = try converter(saying: #"{"svg": "<svg width=\"10.2\" height=\"5\"></svg>"}"#)
        let text = try site(specification, python).text(of: "x.html")
        let expected = """
            <svg class="picture" xmlns="http://www.w3.org/2000/svg" width="11" height="5" viewBox="0 0 11 5" role="img" \
            aria-labelledby="picture-1-title picture-1-desc"><title id="picture-1-title">Half flip</title>\
            <desc id="picture-1-desc">Lines rise.</desc></svg>
            """
        #expect(text?.contains(expected) == true)
    }

    @Test("option alt goes before the description, and a figure has one of both")
    func alternativeIsAskedFor() throws {
        let python = try converter(saying: #"{"svg": "<svg></svg>"}"#)
        let own = try site(#"{"description": "Lines."}"#, python, options: .labelled("fig-x", alt: "Own."))
        #expect(own.text(of: "x.html")?.contains("-desc\">Own.</desc>") == true)
        for blank in ["{}", #"{"description": " "}"#] {
            let neither = try site(blank, python)
            #expect(
                neither.diagnostics.map { $0.text(quoting: nil) } == [
                    """
                    Chapters/x.md:3:1: error: the figure of cell 'fig-x' has no text for readers who do not see it [missing-alt]
                    help: add '//| alt: …' at the top of the cell, or a description to the plot
                    """
                ])
        }
    }

    @Test(
        "a figure that cannot be drawn",
        arguments: [
            #"{"rejected": "Vega-Lite to SVG conversion failed:\nError: no mark\n    at x"}"#:
                "Error: no mark",
            #"{"svg": "no picture"}"#: "the converter gave no picture",
            "nonsense": "the converter ended, or took longer than 60 s",
        ])
    func isSaidAtItsCell(reply: String, reason: String) throws {
        let site = try site(#"{"description": "d"}"#, try converter(saying: reply))
        #expect(
            site.diagnostics == [
                Diagnostic(
                    .error, "invalid-figure", file: "Chapters/x.md",
                    range: SourceRange(line: 3, column: 1, length: 3),
                    "the figure of cell 'fig-x' cannot be drawn: \(reason)", cell: "fig-x")
            ])
        let text = try #require(site.text(of: "x.html"))
        #expect(text.contains("<strong>Figure not drawn.</strong> \(reason)</p>"))
        #expect(text.contains(">as text</pre>"))
    }

    @Test("without a converter")
    func missingConverterIsSaid() throws {
        for (python, reason) in [
            (nil, "no Python environment is set up"),
            (URL(filePath: "/nowhere/bin/python"), "'/nowhere/bin/python' does not run"),
        ] {
            let diagnostic = try #require(try site(#"{"description": "d"}"#, python).diagnostics.first)
            #expect(
                diagnostic.text(quoting: nil) == """
                    Chapters/x.md:3:1: error: figures are shown as text, because vl-convert does not run here: \(reason) \
                    [missing-figure-converter]
                    help: run 'book doctor', which says how to install it
                    """)
        }
    }

    @Test("drawn by vl-convert, in the colours of the page", .enabled(if: TestTools.python != nil))
    func isDrawn() throws {
        let specification = """
            {"data": {"values": [{"a": 1, "b": 2}]}, "mark": "bar", "description": "A bar.",
             "encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}}
            """
        let site = try site(specification, TestTools.python, store: folder.url)
        let text = try #require(site.text(of: "x.html"))
        #expect(text.contains("fill=\"var(--figure-blue)\""))
        #expect(text.contains("fill=\"var(--figure-ink)\""))
        #expect(!text.contains("#1b4fa8") && !text.contains("white"))
        #expect(site.diagnostics.isEmpty)
        // The second time it comes from the store, to the same bytes.
        #expect(try self.site(specification, TestTools.python, store: folder.url) == site)
        #expect(try self.site(specification, TestTools.python) == site)
    }

    @Test(
        "a figure that reads a file or an address", .enabled(if: TestTools.python != nil),
        arguments: [
            "http://127.0.0.1/x.csv", "file:///etc/passwd", "/etc/passwd",
        ])
    func readsNothing(url: String) throws {
        let specification = """
            {"data": {"url": "\(url)", "format": {"type": "dsv", "delimiter": ":"}}, "mark": "text", "description": "d",
             "encoding": {"text": {"field": "root"}}}
            """
        let site = try site(specification, TestTools.python)
        #expect(site.text(of: "x.html")?.contains("daemon") == false)
    }
}
