import BookModel

/// Reads the YAML between two lines `---` at the top of a chapter.
struct FrontMatterReader {
    let text: SourceText
    let findings: Findings

    private static let keys = ["title", "summary", "language", "time-limit", "formerly"]

    /// The front matter and the lines that it takes; `nil` lines where the chapter has none.
    func read() -> (frontMatter: FrontMatter, lines: ClosedRange<Int>?) {
        guard isDelimiter(1) else { return (FrontMatter(), nil) }
        guard let end = (2..<text.lineCount + 1).first(where: isDelimiter) else {
            if looksLikeKey(2) { findings.add(.unclosedFrontMatter(at: text.range(text.line(1)))) }
            return (FrontMatter(), nil)
        }
        let yaml = YAMLText(text, lines: 1...end - 1)
        var frontMatter = FrontMatter()
        for entry in yaml.entries(of: "the front matter", findings: findings) { read(entry, &frontMatter) }
        return (frontMatter, 1...end)
    }

    private func read(_ entry: YAMLText.Entry, _ frontMatter: inout FrontMatter) {
        let reader = KeyReader(findings: findings)
        switch entry.key {
        case "title": frontMatter.title = reader.text(entry, example: "'\"Pancakes\"'")
        case "summary": frontMatter.summary = reader.text(entry, example: "'\"What this chapter shows.\"'")
        case "language": frontMatter.language = reader.language(entry)
        case "time-limit": frontMatter.timeLimit = reader.seconds(entry)
        case "formerly": frontMatter.formerly = formerNames(entry, reader)
        default:
            findings.add(.unknownKey(entry.key, of: "the front matter", known: Self.keys, at: entry.keyRange))
        }
    }

    /// The names without `.md` or `.html`; a folder cannot be a part of one.
    private func formerNames(_ entry: YAMLText.Entry, _ reader: KeyReader) -> [FormerName] {
        guard let names = entry.value.strings, !names.isEmpty else {
            reader.refuse(entry, expected: "a name or a list of names", example: "'[07-old-name]'")
            return []
        }
        return names.compactMap { name, range in
            let ending = [".md", ".html"].first(where: name.hasSuffix) ?? ""
            let stem = String(name.dropLast(ending.count))
            guard !stem.isEmpty, !stem.hasPrefix("."), !stem.contains("/"), !stem.contains("\\") else {
                findings.add(.badFormerName(name, at: range))
                return nil
            }
            return FormerName(stem: stem, range: range)
        }
    }

    private func isDelimiter(_ line: Int) -> Bool {
        text.bytes[text.trimmedLine(line)].elementsEqual("---".utf8)
    }

    /// Whether the line starts like `key:`.
    private func looksLikeKey(_ line: Int) -> Bool {
        let rest = text.bytes[text.line(line)].drop(while: \.isNameByte)
        return rest.first == .colon && rest.startIndex > text.line(line).lowerBound
    }
}
