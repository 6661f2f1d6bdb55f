import BookModel

/// Checks that each address of the book belongs to one chapter, now or formerly.
struct FormerNameCheck {
    private let chapters: [Chapter]
    /// The chapter with each stem, in lower case: some file systems do not tell the cases apart.
    private var present: [String: Int] = [:]
    /// Who gave away each former name first.
    private var former: [String: (chapter: Int, range: SourceRange)] = [:]

    init(_ chapters: [Chapter]) {
        self.chapters = chapters
        for (index, chapter) in chapters.enumerated() {
            present[chapter.stem.lowercased()] = present[chapter.stem.lowercased()] ?? index
            for name in chapter.frontMatter.formerly {
                former[name.stem.lowercased()] = former[name.stem.lowercased()] ?? (index, name.range)
            }
        }
    }

    /// The present file of a chapter that had this file name formerly: `08-pancakes.md` for `08-clwe.md`.
    func current(of file: String) -> String? {
        guard file.hasSuffix(".md") else { return nil }
        return former[file.dropLast(3).lowercased()].map { chapters[$0.chapter].stem + ".md" }
    }

    func check(_ index: Int, _ findings: Findings) {
        for name in chapters[index].frontMatter.formerly {
            let key = name.stem.lowercased()
            if let other = present[key] {
                findings.add(
                    .formerNameInUse(name.stem, chapter: chapters[other].file, at: name.range))
            } else if key == "index" || key == "bibliography" {
                findings.add(.formerNameInUse(name.stem, chapter: "the book itself", at: name.range))
            } else if let first = former[key], first.chapter != index || first.range != name.range {
                findings.add(
                    .repeatedFormerName(
                        name.stem, file: chapters[first.chapter].file, first: first.range, at: name.range))
            }
        }
    }
}
