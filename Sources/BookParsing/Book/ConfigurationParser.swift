import BookModel

/// Reads `Chapters/book.yml`.
public enum ConfigurationParser {
    public static func parse(
        _ bytes: [UInt8], path: String
    ) -> (configuration: BookConfiguration, diagnostics: [Diagnostic]) {
        let parsed = parseWithPlaces(bytes, path: path)
        return (parsed.configuration, parsed.findings.sorted)
    }

    static func parseWithPlaces(_ bytes: [UInt8], path: String) -> ParsedConfiguration {
        let findings = Findings(file: path)
        let text = SourceDecoding.decode(bytes, findings: findings)
        var reader = ConfigurationReader(findings: findings)
        let yaml = YAMLText(text, lines: 1...text.lineCount)
        for entry in yaml.entries(of: "book.yml", findings: findings) { reader.read(entry) }
        return ParsedConfiguration(
            configuration: reader.configuration, chapterPlaces: reader.chapterPlaces, findings: findings,
            source: SourceFile(path: path, text: String(decoding: text.bytes, as: UTF8.self)))
    }
}

/// A configuration with the places of the chapters that its parts name.
struct ParsedConfiguration {
    let configuration: BookConfiguration
    let chapterPlaces: [(part: Int, name: String, range: SourceRange)]
    let findings: Findings
    let source: SourceFile
}

private struct ConfigurationReader {
    let findings: Findings
    var configuration = BookConfiguration()
    var chapterPlaces: [(part: Int, name: String, range: SourceRange)] = []

    private static let keys = [
        "title", "subtitle", "authors", "summary", "parts", "language", "time-limit", "store-limit",
        "command", "types",
    ]
    private static let partKeys = ["title", "chapters"]

    mutating func read(_ entry: YAMLText.Entry) {
        let reader = KeyReader(findings: findings)
        switch entry.key {
        case "title":
            configuration.title = reader.text(entry, example: "'Undetectable'") ?? configuration.title
        case "subtitle": configuration.subtitle = reader.text(entry, example: "'An executable book'")
        case "authors": configuration.authors = reader.texts(entry, example: "'[Ada Lovelace]'")
        case "summary": configuration.summary = reader.text(entry, example: "'\"What the book is about.\"'")
        case "language": configuration.language = reader.language(entry) ?? configuration.language
        case "time-limit": configuration.timeLimit = reader.seconds(entry) ?? configuration.timeLimit
        case "store-limit": configuration.storeLimit = reader.bytes(entry) ?? configuration.storeLimit
        case "command":
            configuration.command =
                reader.text(entry, example: "'.build/release/book'") ?? configuration.command
        case "types": configuration.showsTypes = reader.truth(entry) ?? configuration.showsTypes
        case "parts": readParts(entry)
        default: findings.add(.unknownKey(entry.key, of: "book.yml", known: Self.keys, at: entry.keyRange))
        }
    }

    private mutating func readParts(_ entry: YAMLText.Entry) {
        guard let parts = entry.value.values, !parts.isEmpty else {
            return KeyReader(findings: findings).refuse(
                entry, expected: "a list of parts", example: "'[{title: The question, chapters: [01-model]}]'"
            )
        }
        for part in parts { readPart(part) }
    }

    private mutating func readPart(_ part: YAMLValue) {
        guard let entries = part.entries else {
            return findings.add(.notAMapping("a part", at: part.range))
        }
        let reader = KeyReader(findings: findings)
        var title: String?
        var chapters: [String] = []
        for entry in entries {
            switch entry.key {
            case "title": title = reader.text(entry, example: "'The question'")
            case "chapters": chapters = readChapters(entry, reader)
            default:
                findings.add(.unknownKey(entry.key, of: "a part", known: Self.partKeys, at: entry.keyRange))
            }
        }
        if title == nil, !entries.contains(where: { $0.key == "title" }) {
            findings.add(.partWithoutTitle(at: part.range))
        }
        configuration.parts.append(.init(title: title ?? "", chapters: chapters))
    }

    /// The stems of the chapters; `.md` may be written.
    private mutating func readChapters(_ entry: YAMLText.Entry, _ reader: KeyReader) -> [String] {
        guard let names = entry.value.strings else {
            reader.refuse(entry, expected: "a list of chapters", example: "'[01-model, 02-game]'")
            return []
        }
        let part = configuration.parts.count
        return names.map { name, range in
            let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
            chapterPlaces.append((part, stem, range))
            return stem
        }
    }
}
