import BookModel
import BookRendering
import Foundation

/// A program in the place of Python with vl-convert, in an environment that has its version.
enum FakeConverter {
    /// - Parameters:
    ///   - svg: the picture that it gives for every figure.
    ///   - library: the script that draws figures in a browser; `nil` when it does not give one.
    static func make(in folder: URL, svg: String, library: String? = nil) throws -> URL {
        let bin = folder.appending(path: "environment/bin")
        let package = folder.appending(
            path: "environment/lib/python3/site-packages/vl_convert_python-0.dist-info")
        let link = bin.appending(path: "python")
        guard !FileManager.default.fileExists(atPath: link.path) else {
            try replies(svg).write(to: bin.appending(path: "replies"), atomically: true, encoding: .utf8)
            return link
        }
        for place in [bin, package] {
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/converter")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: script)
        try replies(svg).write(to: bin.appending(path: "replies"), atomically: true, encoding: .utf8)
        if let library {
            let reply = try JSONEncoder().encode(["library": library]) + Data("\n".utf8)
            try reply.write(to: bin.appending(path: "library"))
        }
        return link
    }

    private static func replies(_ svg: String) throws -> String {
        let line = String(decoding: try JSONEncoder().encode(["svg": svg]), as: UTF8.self) + "\n"
        return String(repeating: line, count: 9)
    }

    /// The site of a chapter with figures, one for each specification, in one cell.
    static func site(_ specifications: String..., python: URL, stem: String = "x") throws -> Site {
        let chapter = ChapterWriter(stem)
        chapter.cell(
            "plot", options: .labelled("fig-x"), specifications.map { .figure($0, text: "as text") })
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        return try SiteRenderer(tools: RenderingTools(python: python))
            .render(book, results: [stem: chapter.results])
    }

    static func site(_ specification: String, _ python: URL) throws -> Site {
        try site(specification, python: python)
    }
}
