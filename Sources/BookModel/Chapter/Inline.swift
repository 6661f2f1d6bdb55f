/// A piece of a line of prose and its place.
public struct Inline: Hashable, Sendable {
    public let range: SourceRange
    public let content: Content

    public init(range: SourceRange, content: Content) {
        self.range = range
        self.content = content
    }

    public indirect enum Content: Hashable, Sendable {
        case text(String)
        case softBreak
        case lineBreak
        case code(String)
        /// A formula in the line, in TeX.
        case math(String)
        /// A formula between `$$` inside a paragraph, in TeX.
        case displayMath(String)
        case value(InlineValue)
        case emphasis([Inline])
        case strong([Inline])
        case link(destination: String, title: String, text: [Inline])
        case image(source: String, title: String, alternative: String)
        /// `[](#fig-pancakes)` or `[](08-clwe.md#sec-density)`: its text is filled in.
        case reference(CrossReference)
        case citation(Citation)
        case footnoteReference(name: String)
        /// Raw HTML: pages show it as text.
        case html(String)
    }

    /// The characters that a reader sees, without markup.
    public static func plainText(_ inlines: [Inline]) -> String {
        inlines.map(\.plainText).joined()
    }

    private var plainText: String {
        switch content {
        case .text(let text), .code(let text), .math(let text), .displayMath(let text), .html(let text): text
        case .softBreak, .lineBreak: " "
        case .value(let value): value.expression
        case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): Inline.plainText(inner)
        case .image(_, _, let alternative): alternative
        case .reference(let reference): reference.target
        case .citation(let citation): citation.items.map(\.key).joined(separator: ", ")
        case .footnoteReference: ""
        }
    }
}

/// A link without a text.
public struct CrossReference: Hashable, Sendable, Codable {
    /// The file name of another chapter: `08-clwe.md`; `nil` for a name of this book.
    public let chapter: String?
    /// The name after `#`, where there is one.
    public let name: String?

    public init(chapter: String?, name: String?) {
        self.chapter = chapter
        self.name = name
    }

    /// The destination as written.
    public var target: String { (chapter ?? "") + (name.map { "#" + $0 } ?? "") }
}

/// `[@gkvz22, §5; @brst21]`.
public struct Citation: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
        public let key: String
        /// What follows the comma: `§5`.
        public let locator: String?
        /// The place of the key with its `@`.
        public let range: SourceRange

        public init(key: String, locator: String?, range: SourceRange) {
            self.key = key
            self.locator = locator
            self.range = range
        }
    }

    public let items: [Item]

    public init(items: [Item]) {
        self.items = items
    }
}

/// `` `{swift} accuracy.percent` ``: an expression whose value stands in the prose.
public struct InlineValue: Hashable, Sendable, Identifiable {
    /// The number of the value in its chapter, from 0.
    public let id: Int
    /// The place of the expression itself.
    public let range: SourceRange
    public let expression: String
    /// The number of cells that stand before it in the chapter.
    public let cellsBefore: Int

    public init(id: Int, range: SourceRange, expression: String, cellsBefore: Int) {
        self.id = id
        self.range = range
        self.expression = expression
        self.cellsBefore = cellsBefore
    }
}
