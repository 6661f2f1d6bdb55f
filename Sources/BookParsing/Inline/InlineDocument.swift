import BookModel
import CCmark

/// All prose of a chapter, parsed by libcmark at once.
///
/// Each passage becomes a paragraph of a document that holds nothing else: a line `x`, then the lines of the
/// passage indented by four, which can only continue the paragraph, whatever they start with. So a heading's
/// text, an entry of a table and a caption are read by the same inline grammar as a paragraph, and none
/// reaches into the next. The definitions of links follow at the end.
struct InlineDocument {
    private var passages: [(masked: MaskedPassage, cellsBefore: Int)] = []
    private var definitions: [[UInt8]] = []

    /// Adds a passage and returns its number; the order of passages is the order of values in prose.
    mutating func add(_ passage: Passage, cellsBefore: Int) -> Int {
        passages.append((MaskedPassage(passage.trimmed()), cellsBefore))
        return passages.count - 1
    }

    /// Adds the source of a link's definition.
    mutating func define(_ definition: [UInt8]) {
        definitions.append(definition)
    }

    /// The inlines of all passages.
    func parse(in text: SourceText, findings: Findings) -> InlineTable {
        var table = InlineTable()
        guard let document = CmarkDocument(parsing: markdown) else { return table }
        let paragraphs = document.root.children.makeIterator()
        var entities = EntityTable()
        for passage in passages {
            guard !passage.masked.bytes.isEmpty, let paragraph = paragraphs.next() else {
                table.passages.append([])
                continue
            }
            var reader = InlineReader(
                passage.masked, text: text, findings: findings, entities: entities,
                cellsBefore: passage.cellsBefore, nextValue: table.values.count)
            table.passages.append(reader.read(paragraph))
            table.values += reader.values
            entities = reader.entities
        }
        return table
    }

    private var markdown: [UInt8] {
        var markdown: [UInt8] = []
        let indent = Array("    ".utf8)
        for passage in passages where !passage.masked.bytes.isEmpty {
            markdown.append(UInt8(ascii: "x"))
            markdown += [.lineFeed] + indent
            for byte in passage.masked.bytes {
                markdown.append(byte)
                if byte == .lineFeed { markdown += indent }
            }
            markdown += [.lineFeed, .lineFeed]
        }
        for definition in definitions { markdown += definition + [.lineFeed, .lineFeed] }
        return markdown
    }
}

/// The inlines of each passage, and the values among them.
struct InlineTable {
    fileprivate(set) var passages: [[Inline]] = []
    fileprivate(set) var values: [InlineValue] = []

    subscript(passage: Int) -> [Inline] { passages.indices.contains(passage) ? passages[passage] : [] }
}
