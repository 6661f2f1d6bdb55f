import BookModel

/// A chapter and what is wrong with its text. The chapter is there even when there are errors: nothing is
/// lost.
public struct ParsedChapter: Sendable {
    public let chapter: Chapter
    /// By their place.
    public let diagnostics: [Diagnostic]
    /// The names that the chapter gives and where, in order.
    let names: [(name: String, range: SourceRange)]
}

/// Reads the Markdown file of one chapter.
public enum ChapterParser {
    /// - Parameter path: the path that people see: `Chapters/08-clwe.md`.
    /// - Complexity: linear in the number of bytes.
    public static func parse(_ bytes: [UInt8], path: String) -> ParsedChapter {
        let findings = Findings(file: path)
        let text = SourceDecoding.decode(bytes, findings: findings)
        let (frontMatter, frontMatterLines) = FrontMatterReader(text: text, findings: findings).read()
        let names = NameTable()
        let reader = BlockReader(text, findings: findings, names: names)
        let (blocks, values) = reader.read(blankLines: frontMatterLines)
        if blocks.isEmpty { findings.add(.emptyChapter()) }
        let cells = blocks.compactMap { block in
            if case .cell(let cell) = block.content { cell } else { nil }
        }
        let chapter = Chapter(
            source: SourceFile(path: path, text: String(decoding: text.bytes, as: UTF8.self)),
            stem: stem(of: path),
            frontMatter: frontMatter, blocks: blocks, cells: cells, values: values)
        checkHeadings(of: chapter, findings: findings)
        checkFootnotes(of: chapter, defined: reader.footnotes, findings: findings)
        return ParsedChapter(chapter: chapter, diagnostics: findings.sorted, names: names.places)
    }

    /// The file's name without folders and extension.
    private static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    }

    /// Who jumps from heading to heading by keyboard must not look for one that is not there.
    private static func checkHeadings(of chapter: Chapter, findings: Findings) {
        var level = 1
        for block in chapter.blocks {
            guard case .heading(let heading) = block.content else { continue }
            if heading.level > level + 1 {
                findings.add(.skippedLevel(heading.level, after: level, at: block.range))
            }
            level = heading.level
        }
    }

    private static func checkFootnotes(
        of chapter: Chapter, defined: [String: SourceRange], findings: Findings
    ) {
        var used: Set<String> = []
        chapter.forEachInline { inline in
            guard case .footnoteReference(let name) = inline.content else { return }
            used.insert(name)
            if defined[name] == nil {
                findings.add(.undefinedFootnote(name, known: defined.keys.sorted(), at: inline.range))
            }
        }
        for (name, range) in defined.sorted(by: { $0.value.start < $1.value.start })
        where !used.contains(name) {
            findings.add(.unusedFootnote(name, at: range))
        }
    }
}
