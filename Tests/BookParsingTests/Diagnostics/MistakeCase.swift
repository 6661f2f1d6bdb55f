import BookModel
import BookParsing
import Testing

/// A chapter with a mistake and everything that is said about it.
struct MistakeCase: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let expected: String

    init(_ name: String, _ chapter: String, _ expected: String) {
        self.init(name, bytes: Array((chapter + "\n").utf8), expected)
    }

    init(_ name: String, bytes: [UInt8], _ expected: String) {
        self.name = name
        self.bytes = bytes
        self.expected = expected
    }

    var testDescription: String { name }

    func check(sourceLocation: SourceLocation = #_sourceLocation) {
        let parsed = ChapterParser.parse(bytes, path: "a.md")
        let texts = parsed.diagnostics.map { $0.text(quoting: parsed.chapter.source) }
        #expect(texts.joined(separator: "\n") == expected, sourceLocation: sourceLocation)
    }
}
