import BookExecution
import BookModel

/// Why cells would run now, or would not, for the terminal.
public struct Explanation: Sendable {
    let machine: Machine
    let progress: Progress

    public init(machine: Machine, progress: Progress) {
        self.machine = machine
        self.progress = progress
    }

    /// - Parameter word: the chapter, and after `#` the cell.
    /// - Returns: a paragraph for each cell.
    /// - Throws: `ExecutionError` or `UnknownName`.
    public func text(of word: String, root: String) async throws -> String {
        let loaded = try LoadedBook(root: root)
        let parts = word.split(separator: "#", maxSplits: 1).map(String.init)
        let chapter = try ChapterSelection.chapter(parts.first ?? "", in: loaded.book)
        let cell = try parts.count > 1 ? ChapterSelection.cell(parts[1], of: chapter) : nil
        let faults = loaded.blockingFaults(of: chapter)
        guard faults.isEmpty else {
            return "no cell of \(chapter.file) would run: the chapter has errors that must be repaired first;"
                + " `book check` shows them"
        }
        try await machine.prepareModules(progress)
        let explanations = try await machine.executor(for: loaded, progress).explain(chapter)
            .filter { cell == nil || $0.cell.id == cell }
        guard !explanations.isEmpty else { return "\(chapter.file) has no cells" }
        return explanations.map { Self.text(of: $0, in: chapter, isDetailed: cell != nil) }
            .joined(separator: cell == nil ? "\n" : "\n\n")
    }

    private static func text(of explanation: CellExplanation, in chapter: Chapter, isDetailed: Bool) -> String
    {
        let place = "\(chapter.file):\(explanation.cell.codeLine)"
        var lines = ["\(explanation.cell.id)  \(place)  \(outlook(explanation.outlook))"]
        guard isDetailed else { return lines[0] }
        func list(_ title: String, _ names: [String]) {
            if !names.isEmpty { lines.append("  \(title): \(names.joined(separator: ", "))") }
        }
        list("depends on the cells", explanation.cells)
        list("on the inputs", explanation.inputs)
        list("on the modules", explanation.modules)
        list(
            "later cells depend on it for what it may change outside of the chapter by",
            explanation.unseenNames)
        lines.append("  key: \(explanation.key)")
        return lines.joined(separator: "\n")
    }

    private static func outlook(_ outlook: CellExplanation.Outlook) -> String {
        switch outlook {
        case .stored: "would not run: nothing it depends on changed"
        case .runs(let reason): "would run: \(reason)"
        case .runsAlong(let cells):
            cells.isEmpty
                ? "would run along: what runs needs it"
                : "would run along: \(cells.joined(separator: ", ")) "
                    + "\(cells.count == 1 ? "needs" : "need") what it does"
        }
    }
}
