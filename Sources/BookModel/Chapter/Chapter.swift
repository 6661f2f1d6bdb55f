/// A chapter as it was written: the typed tree of its Markdown file.
public struct Chapter: Hashable, Sendable {
    public let source: SourceFile
    /// The file's name without its extension: `08-clwe`. It names the page.
    public let stem: String
    public let frontMatter: FrontMatter
    public let blocks: [Block]
    /// The cells of `blocks`, in order.
    public let cells: [Cell]
    /// The values in prose, in order.
    public let values: [InlineValue]

    public init(
        source: SourceFile, stem: String, frontMatter: FrontMatter, blocks: [Block], cells: [Cell],
        values: [InlineValue]
    ) {
        self.source = source
        self.stem = stem
        self.frontMatter = frontMatter
        self.blocks = blocks
        self.cells = cells
        self.values = values
    }

    /// The path that people see, relative to the root of the book.
    public var file: String { source.path }

    /// The first level-one heading's text, else the front matter's title, else the stem.
    public var title: [Inline] {
        for case .heading(let heading) in blocks.map(\.content) where heading.level == 1 {
            return heading.text
        }
        let place = SourceRange(at: SourcePosition(line: 1, column: 1))
        return [Inline(range: place, content: .text(frontMatter.title ?? stem))]
    }
}
