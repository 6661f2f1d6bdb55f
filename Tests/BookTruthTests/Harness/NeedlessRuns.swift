import Foundation

/// Counts cells that ran although nothing that concerns them had changed.
///
/// A run was needless when the cell shows what it showed before, its own text is the same, and no name that its
/// chapter defines leads from it to a text that changed, not even through other cells. Where something changed that
/// concerns all cells (the toolchain, a file of data, the language), every run counts as needed.
enum NeedlessRuns {
    struct Count {
        /// Cells that the builds had.
        var cells = 0
        /// Cells that ran.
        var ran = 0
        /// Cells that ran without need.
        var needless = 0
        /// Why the engine ran these, in its words.
        var reasons: [String: Int] = [:]

        mutating func add(_ other: Count) {
            cells += other.cells
            ran += other.ran
            needless += other.needless
            reasons.merge(other.reasons, uniquingKeysWith: +)
        }
    }

    typealias Build = (draft: BookDraft, outcome: BuildOutcome)

    static func count(from before: Build, to after: Build) -> Count {
        var count = Count()
        let concernsAll = shared(before.draft) != shared(after.draft)
        for chapter in after.draft.chapters {
            let cells = cellsWithResults(of: chapter, in: after.outcome)
            count.cells += cells.count
            count.ran += cells.count { $0.result.status == "ran" }
            guard !concernsAll, let old = before.draft.chapters.first(where: { $0.number == chapter.number }),
                old.stem == chapter.stem, old.frontMatter == chapter.frontMatter
            else { continue }
            let needless = needless(cells, cellsWithResults(of: old, in: before.outcome), old, chapter)
            count.needless += needless.count
            for cell in needless { count.reasons[cell.result.reason, default: 0] += 1 }
        }
        return count
    }

    /// What concerns every cell of a book.
    private static func shared(_ draft: BookDraft) -> [String: String] {
        var shared = draft.files.merging(draft.modules) { $1 }
        let lines = draft.configuration.lines.filter {
            $0.hasPrefix("language") || $0.hasPrefix("time-limit")
        }
        shared["(settings)"] = """
            \(lines.sorted()) \(draft.configuration.showsTypes) \(draft.surroundings.isConfined) \(draft.surroundings.toolchain) \
            \(draft.surroundings.environment["OPENBLAS_TRUTH"] ?? "")
            """
        // The picture and the bibliography concern pages alone.
        shared["Chapters/references.bib"] = nil
        return shared
    }

    private typealias CellWithResult = (number: Int, cell: CellDraft, result: BuildOutcome.Cell)

    private static func cellsWithResults(of chapter: ChapterDraft, in outcome: BuildOutcome)
        -> [CellWithResult]
    {
        let blocks = chapter.blocks.filter { $0.cell != nil }
        let results = outcome.cells[chapter.file] ?? []
        guard blocks.count == results.count else { return [] }
        return zip(blocks, results).map { ($0.number, $0.cell ?? CellDraft(), $1) }
    }

    private static func needless(
        _ cells: [CellWithResult], _ oldCells: [CellWithResult], _ old: ChapterDraft, _ new: ChapterDraft
    ) -> [CellWithResult] {
        // After a failure everything below it had not run.
        guard oldCells.allSatisfy({ ["ran", "cached"].contains($0.result.status) }) else { return [] }
        let touched = NameLinks(old, new).touched
        return cells.filter { cell in
            guard cell.result.status == "ran", !touched.contains(cell.number),
                let earlier = oldCells.first(where: { $0.number == cell.number })
            else { return false }
            return earlier.cell == cell.cell && earlier.result.text == cell.result.text
        }
    }
}

/// Which blocks of a chapter the names it defines join with a text that changed.
private struct NameLinks {
    /// The numbers of the blocks that changed, and of those that are joined with them.
    let touched: Set<Int>

    /// Words that act on all cells without a name of the chapter.
    private static let farReaching = [
        "extension", "operator", "precedencegroup", "typealias", "import", "#", "setenv", "srand48", "chdir",
        "changeCurrentDirectoryPath", "toFile", "unlink", "freopen", "dup2", "atexit", "drand48",
        "terminator",
        "contentsOfFile", "getenv", "func print", "func max", "func min", "func +", "func -", "func ~=",
    ]

    init(_ old: ChapterDraft, _ new: ChapterDraft) {
        let texts = Self.texts(of: old)
        let newTexts = Self.texts(of: new)
        let all = texts.merging(newTexts) { $0 + "\n" + $1 }
        var touched = Set(all.keys.filter { texts[$0] != newTexts[$0] })
        // Where the order changed, everything may have.
        let common = new.blocks.map(\.number).filter { texts[$0] != nil }
        if common != old.blocks.map(\.number).filter({ newTexts[$0] != nil }) { touched = Set(all.keys) }
        let defined = Self.definedNames(in: all.values)
        let isFarReaching = touched.contains { number in
            Self.farReaching.contains { all[number]?.contains($0) ?? false }
        }
        if isFarReaching { touched = Set(all.keys) }
        let names = all.mapValues { Set($0.matches(of: /\w+/).map { String($0.0) }).intersection(defined) }
        var front = touched
        while !front.isEmpty {
            let reached = front.reduce(into: Set<String>()) { $0.formUnion(names[$1] ?? []) }
            front = Set(
                names.filter { !touched.contains($0.key) && !$0.value.isDisjoint(with: reached) }.keys)
            touched.formUnion(front)
        }
        self.touched = touched
    }

    /// What of each block runs, by its number.
    private static func texts(of chapter: ChapterDraft) -> [Int: String] {
        var texts: [Int: String] = [:]
        for block in chapter.blocks {
            if let cell = block.cell {
                let flags = cell.flags.filter { !["hidden", "folded", "quiet"].contains($0) }
                let options = cell.options.filter { option in
                    !["caption", "alt", "columns", "expect", "tolerance"].contains { option.hasPrefix($0) }
                }
                texts[block.number] = (flags + options + [cell.code]).joined(separator: "\n")
            } else if let prose = block.prose {
                let values = prose.matches(of: /`\{swift\}([^`]*)`/).map { String($0.1) }
                if !values.isEmpty { texts[block.number] = values.joined(separator: "\n") }
            }
        }
        return texts
    }

    private static func definedNames(in texts: some Collection<String>) -> Set<String> {
        Set(
            texts.flatMap { text in
                text.matches(of: /\b(?:let|var|func|class|struct|enum|actor|protocol) (\w+)/).map {
                    String($0.1)
                }
                    + text.matches(of: /\((\w+), (\w+)\) =/).flatMap { [String($0.1), String($0.2)] }
            })
    }
}
