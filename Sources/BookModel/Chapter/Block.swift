/// A block of a chapter and its place.
public struct Block: Hashable, Sendable {
    public let range: SourceRange
    public let content: Content

    public init(range: SourceRange, content: Content) {
        self.range = range
        self.content = content
    }

    public indirect enum Content: Hashable, Sendable {
        case paragraph([Inline])
        case heading(Heading)
        case cell(Cell)
        /// Code that is shown and not run.
        case listing(Listing)
        case math(DisplayMath)
        case table(PipeTable)
        case list(List)
        case quote([Block])
        case directive(Directive)
        case footnote(Footnote)
        case thematicBreak
        /// Raw HTML: pages show it as text.
        case html(String)
    }
}

public struct Heading: Hashable, Sendable {
    /// 1 to 6.
    public let level: Int
    public let text: [Inline]
    /// The name in `{#sec-name}`, where there is one.
    public let name: String?

    public init(level: Int, text: [Inline], name: String?) {
        self.level = level
        self.text = text
        self.name = name
    }
}

public struct Listing: Hashable, Sendable {
    /// The first word of the fence, where there is one: `swift`, `python`, `sh`.
    public let language: String?
    public let code: String
    /// The name in `{#lst-name}` at the end of the fence, where there is one.
    public let name: String?

    public init(language: String?, code: String, name: String? = nil) {
        self.language = language
        self.code = code
        self.name = name
    }
}

public struct DisplayMath: Hashable, Sendable {
    /// The formula in TeX.
    public let tex: String
    /// The name in `{#eq-name}`, where there is one.
    public let name: String?

    public init(tex: String, name: String?) {
        self.tex = tex
        self.name = name
    }
}

public struct List: Hashable, Sendable {
    /// The first number of a numbered list; `nil` for bullets.
    public let start: Int?
    /// Whether items stand without space between them.
    public let isTight: Bool
    public let items: [[Block]]

    public init(start: Int?, isTight: Bool, items: [[Block]]) {
        self.start = start
        self.isTight = isTight
        self.items = items
    }
}

public struct Footnote: Hashable, Sendable {
    /// The name in `[^name]:`.
    public let name: String
    public let blocks: [Block]

    public init(name: String, blocks: [Block]) {
        self.name = name
        self.blocks = blocks
    }
}
