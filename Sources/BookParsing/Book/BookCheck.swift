import BookModel

/// Checks what only the whole book can tell.
struct BookCheck {
    let chapters: [ParsedChapter]
    let bibliography: Bibliography?
    /// The chapter of each name: its index in `chapters`.
    private let owners: [String: Int]
    private let names: [String]
    private let files: [String: Int]
    /// The first chapter of each name that two must not share.
    private let firstOfKey: [String: Int]
    private let formerNames: FormerNameCheck

    init(chapters: [ParsedChapter], bibliography: Bibliography?) {
        self.chapters = chapters
        self.bibliography = bibliography
        var owners: [String: Int] = [:]
        var files: [String: Int] = [:]
        var firstOfKey: [String: Int] = [:]
        for (index, chapter) in chapters.enumerated() {
            files[chapter.chapter.stem + ".md"] = files[chapter.chapter.stem + ".md"] ?? index
            let key = ChapterName(stem: chapter.chapter.stem).key
            firstOfKey[key] = firstOfKey[key] ?? index
            for (name, _) in chapter.names { owners[name] = owners[name] ?? index }
        }
        self.owners = owners
        self.files = files
        self.firstOfKey = firstOfKey
        formerNames = FormerNameCheck(chapters.map(\.chapter))
        names = owners.keys.sorted()
    }

    /// All diagnostics of the chapters, chapter by chapter, each by its place.
    func diagnostics() -> [Diagnostic] {
        chapters.indices.flatMap { index in
            let findings = Findings(file: chapters[index].chapter.file)
            chapters[index].diagnostics.forEach(findings.add)
            checkFile(index, findings)
            checkNames(index, findings)
            formerNames.check(index, findings)
            chapters[index].chapter.forEachInline { check($0, findings) }
            return findings.sorted
        }
    }

    private func checkFile(_ index: Int, _ findings: Findings) {
        let key = ChapterName(stem: chapters[index].chapter.stem).key
        guard let first = firstOfKey[key], first != index else { return }
        findings.add(.sameChapterName(key, first: chapters[first].chapter.file))
    }

    private func checkNames(_ index: Int, _ findings: Findings) {
        for (name, range) in chapters[index].names {
            guard let owner = owners[name], owner != index,
                let first = chapters[owner].names.first(where: { $0.name == name })
            else { continue }
            findings.add(
                .duplicateName(name, at: range, in: chapters[owner].chapter.file, first: first.range))
        }
    }

    private func check(_ inline: Inline, _ findings: Findings) {
        switch inline.content {
        case .reference(let reference): check(reference, inline.range, findings)
        case .link(let destination, _, _):
            if let reference = CrossReference(destination: destination) {
                check(reference, inline.range, findings)
            } else if !Self.hasScheme(destination) {
                findings.add(.unknownPage(destination, repair: repair(of: destination), at: inline.range))
            }
        case .citation(let citation):
            for item in citation.items { check(item, findings) }
        default: break
        }
    }

    private func check(_ reference: CrossReference, _ range: SourceRange, _ findings: Findings) {
        guard let file = reference.chapter else {
            if let name = reference.name, owners[name] == nil {
                findings.add(.unknownName(name, known: names, at: range))
            }
            return
        }
        guard let index = files[file] else {
            if let now = formerNames.current(of: file) {
                let name = reference.name.map { "#" + $0 } ?? ""
                return findings.add(.renamedChapter(file, now: now + name, at: range))
            }
            return findings.add(.unknownChapter(file, known: files.keys.sorted(), at: range))
        }
        let known = chapters[index].names.map(\.name)
        if let name = reference.name, !known.contains(name) {
            let elsewhere = owners[name].map { chapters[$0].chapter.file }
            findings.add(.unknownName(name, inChapter: file, known: known, elsewhere: elsewhere, at: range))
        }
    }

    /// Whether a destination leads out of the book: `https:`, `mailto:`.
    private static func hasScheme(_ destination: String) -> Bool {
        destination.prefixMatch(of: /[A-Za-z][A-Za-z0-9+.\-]*:/) != nil
    }

    /// The chapter that a path such as `08-clwe.html` or `Chapters/08-clwe.md` stands for.
    private func repair(of destination: String) -> String? {
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let file = parts.first?.split(separator: "/").last else { return nil }
        let ending = [".md", ".html"].first(where: file.hasSuffix) ?? ""
        let wanted = file.dropLast(ending.count) + ".md"
        guard files[String(wanted)] != nil else { return nil }
        return "write '\(wanted)\(parts.count > 1 ? "#" + parts[1] : "")'"
    }

    private func check(_ item: Citation.Item, _ findings: Findings) {
        guard let bibliography else {
            return findings.add(.citationWithoutBibliography(item.key, at: item.range))
        }
        if bibliography[item.key] == nil {
            findings.add(
                .unknownCitation(
                    item.key, known: bibliography.keys.sorted(), bibliography: bibliography.path,
                    at: item.range))
        }
    }
}
