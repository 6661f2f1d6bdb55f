import BookModel

extension ChapterBody {
    /// The line above a cell: how it is run, its place in the source, and the command that runs it.
    func cellLine(of cell: Cell, anchor: String) -> HTML {
        let line = cell.codeLine + cell.optionLineCount
        let badges = CellBadge.badges(of: cell.flags).map { badge -> HTML in
            "<span class=\"badge \(HTML(trusted: badge.style))\">\(badge.words)</span>"
        }
        // Every chapter's file is in one folder.
        let file = chapter.file.split(separator: "/").last.map(String.init) ?? chapter.file
        let place: HTML = "<a class=\"place\" href=\"#\(anchor)\">\(file):\(line)</a>"
        return """
            <div class="cell-place">\(badges.joined())\(place)\(runCommand(of: cell))</div>

            """
    }

    /// What a reader pastes to run the cell. It opens without scripts, and keeps its line out of the way until then.
    private func runCommand(of cell: Cell) -> HTML {
        guard let command = RunLine(tools.book)?.forCell(cell.id) else { return "" }
        return """
            <details class="run"><summary>Run<span class="unseen"> \(cell.id) yourself</span></summary>\
            <p><code>\(command)</code></p></details>
            """
    }

    /// Where all of the page comes from, and how one runs it, at its end.
    func sourceNote() -> HTML {
        guard !chapter.cells.isEmpty, let run = RunLine(tools.book) else { return "" }
        var lines: [(String, String)] = [("Run this chapter", run.forChapter)]
        if let parameter = chapter.parameters.first(where: { $0.literal != nil }),
            let command = run.setting(parameter)
        {
            lines.append(("Change a value", command))
        }
        lines.append(("Read its source", chapter.file))
        let html = lines.map { label, text -> HTML in
            "<p><span class=\"run-label\">\(label)</span> <code>\(text)</code></p>\n"
        }
        return "<div class=\"chapter-run\">\n\(html.joined())</div>\n"
    }
}
