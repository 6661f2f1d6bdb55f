import BookModel
import BookRendering
import Foundation
import Testing

/// Pictures that the prose names.
@Suite("Pictures of the prose")
struct PictureTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]

    /// The site of a chapter that names these pictures, in a folder that has these files.
    private static func site(_ sources: [String], _ files: [String: [UInt8]]) throws -> Site {
        let root = try TemporaryFolder()
        let folder = root.url.appending(path: "Chapters")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        let chapter = ChapterWriter("x")
        for source in sources {
            chapter.paragraph(Inline(.image(source: source, title: "", alternative: "seen")))
        }
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        return try SiteRenderer(tools: RenderingTools(root: root.url)).render(book, results: [:])
    }

    @Test("are put beside the pages")
    func areCopied() throws {
        let site = try Self.site(["a%20b.png"], ["a b.png": Self.png])
        let path = try #require(site.files.keys.first { $0.hasPrefix("assets/images/a-b-") })
        #expect(site.files[path] == Self.png)
        #expect(site.text(of: "x.html")?.contains("src=\"\(path)\" alt=\"seen\"") == true)
        #expect(site.diagnostics.isEmpty)
    }

    @Test("have a text for readers who do not see them", arguments: ["", " "])
    func haveWords(words: String) throws {
        let chapter = ChapterWriter("x")
        chapter.paragraph(Inline(.image(source: "none.png", title: "", alternative: words)))
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        let site = try SiteRenderer(tools: RenderingTools()).render(book, results: [:])
        let said = try #require(site.diagnostics.first { $0.identifier == "missing-alt" })
        #expect(
            said.text(quoting: nil).hasSuffix(
                """
                error: the picture 'none.png' has no text for readers who do not see it [missing-alt]
                help: say between the brackets what is seen: '![…](none.png)'
                """))
    }

    @Test(
        "that cannot be shown",
        arguments: [
            "../../etc/passwd": """
            '../../etc/passwd' is not a picture of this book [unusable-image]
            help: use a png, jpg, gif, svg, webp or avif file below the root of the book
            """,
            "https://a.example/b.png": """
            the picture 'https://a.example/b.png' is on another machine, and pages do not need a network \
            [remote-image]
            help: put the file into the book and name it by its path
            """,
            "none.png": """
            there is no picture 'none.png' [missing-image]
            help: name it by its path from the chapter's own folder
            """,
            "./pancaks.png": """
            there is no picture './pancaks.png' [missing-image]
            help: did you mean './pancakes.png'?
            """,
            "x.md": """
            'x.md' is not a picture of this book [unusable-image]
            help: use a png, jpg, gif, svg, webp or avif file below the root of the book
            """,
            "text.png": """
            'text.png' is no PNG picture: its bytes are something else [unusable-image]
            help: export the picture again
            """,
            "empty.svg": """
            'empty.svg' is no SVG picture: its bytes are something else [unusable-image]
            help: export the picture again
            """,
            "really-png.jpeg": """
            'really-png.jpeg' is a PNG picture, not a JPEG picture [unusable-image]
            help: rename it to '.png'
            """,
        ])
    func areErrors(source: String, expected: String) throws {
        let site = try Self.site(
            [source],
            [
                "pancakes.png": Self.png, "text.png": Array("<script>".utf8), "empty.svg": [],
                "really-png.jpeg": Self.png, "x.md": [],
            ])
        #expect(
            site.diagnostics.map { $0.text(quoting: nil) } == ["Chapters/x.md:7:3: error: " + expected])
        #expect(!site.files.keys.contains { $0.hasPrefix("assets/images/") })
    }

    @Test(
        "are told by their bytes",
        arguments: [
            "a.jpg": [0xFF, 0xD8, 0xFF, 0xE0], "a.jpeg": [0xFF, 0xD8, 0xFF, 0xDB],
            "a.gif": Array("GIF89a".utf8),
            "a.webp": Array("RIFF....WEBPVP8 ".utf8), "a.avif": [0, 0, 0, 28] + Array("ftypavif".utf8),
            "a.svg": Array("<svg xmlns='x'/>".utf8),
            "b.svg": Array("\u{FEFF}<?xml version='1.0'?>\n<!-- <x> -->\n<!DOCTYPE svg>\n<svg>".utf8),
        ])
    func areKnown(name: String, bytes: [UInt8]) throws {
        let site = try Self.site([name], [name: bytes])
        #expect(site.diagnostics.isEmpty)
        #expect(site.files.values.contains(bytes))
    }
}
