import BookModel

extension ChapterBody {
    func cell(_ cell: Cell) -> HTML {
        let result = results?.result(of: cell.id)
        let outputs = CellOutputs(cell, result, in: self)
        let isHidden = cell.flags.contains(.hidden)
        let status = self.status(of: cell, result)
        // What is hidden or quiet must not hide a failure.
        if isHidden, status.isEmpty, !outputs.hasFailedClaim { return "" }
        let results = isHidden || cell.flags.contains(.quiet) ? outputs.failedClaims : outputs.html
        let anchor = outputs.takesLabel && results == outputs.html ? cell.id + "-code" : cell.id
        cellPlaces[cell.id] = anchor
        return """
            <div class="cell" id="\(anchor)"\(needs(of: cell))>
            \(code(of: cell, anchor: anchor))
            \(required(cell, result))\(results)\(status)</div>
            """
    }

    private func code(of cell: Cell, anchor: String) -> HTML {
        let line = cell.codeLine + cell.optionLineCount
        let count = cell.shownCode.split(separator: "\n", omittingEmptySubsequences: false).count
        let box = ScrollBox.attributes(label: "Code, line \(line)", text: cell.shownCode)
        let pre: HTML = "<pre\(box)><code>\(tools.colours.html(cell.shownCode))</code></pre>"
        let names = results?.result(of: cell.id)?.names
        let types: HTML = tools.types.add(names, of: cell, at: anchor) ? " data-types" : ""
        let opening: HTML =
            "<div class=\"code\"\(types)>\(listingCaption(of: cell))\(cellLine(of: cell, anchor: anchor))"
        guard cell.flags.contains(.folded) || cell.flags.contains(.hidden) else {
            guard count > LongBlock.codeLines, cell.options.isFolded else { return "\(opening)\(pre)</div>" }
            let words = "All \(Words.count(count, "line"))"
            return "\(opening)\(LongBlock.html(pre, kind: "long-code", words: words))</div>"
        }
        return """
            \(opening)<details class="fold">\
            <summary>Code, \(Words.count(count, "line"))</summary>\(pre)</details></div>
            """
    }

    /// How many other cells the code needs, where a script must bring them: see `CopyScript`.
    private func needs(of cell: Cell) -> HTML {
        guard let recipe = results?.code.recipes[cell.id] else { return "" }
        return " data-cell=\"\(cell.id)\" data-needs=\"\(recipe.otherCells)\""
    }

    /// `Listing 8.1` and the caption, for a cell whose label says that its code is what one refers to.
    private func listingCaption(of cell: Cell) -> HTML {
        guard let mark = entry.marks.named[cell.id], mark.kind == .listing else { return "" }
        let number: HTML = mark.number.map { " \($0)" } ?? ""
        let text = inlines.html(cell.options.caption ?? [])
        return """
            <p class="listing-caption"><span class="caption-label">\(mark.word)\(number)</span> \(text)</p>

            """
    }

    /// The failure that the chapter asks for, in the words of who reported it.
    private func required(_ cell: Cell, _ result: CellResult?) -> HTML {
        guard let message = result?.requiredFailure, !cell.flags.contains(.quiet) else { return "" }
        let who =
            if cell.flags.contains(.fails) {
                "The compiler refuses, as it should"
            } else if cell.flags.contains(.warns) {
                "The compiler warns, as it should"
            } else if cell.flags.contains(.throws) {
                "This throws, as it should"
            } else {
                "This traps, as it should"
            }
        return """
            <div class="output required"><p class="output-label">\(who)</p>
            <pre\(ScrollBox.attributes(label: who, text: message))>\(Escaping.verbatim(message))</pre></div>

            """
    }

    /// What went wrong with a cell, or why it did not run.
    private func status(of cell: Cell, _ result: CellResult?) -> HTML {
        let own = (results?.diagnostics ?? []).filter { $0.cell == cell.id }
        var html = own.map(diagnostic).joined()
        switch result?.status {
        case .skipped:
            html += """
                <p class="not-run"><strong>Did not run.</strong> \(result?.reason ?? "")</p>

                """
        case .failed where own.isEmpty:
            html += """
                <p class="not-run failed"><strong>Failed.</strong> \(result?.reason ?? "")</p>

                """
        case .failed, .ran, .cached, nil: break
        }
        return html
    }
}
