import BookModel

/// What is too long to be read in passing: its beginning is seen, and the rest at one click.
///
/// All of it stays one piece in the page, of which the rest is only cut from view: the browser's own search finds it
/// there, what is selected across the cut is copied whole, and paper shows all. No script is needed.
enum LongBlock {
    /// Output of more lines is cut…
    static let outputLines = 24
    /// …and code of more.
    static let codeLines = 40
    /// …and tables of more rows.
    static let tableRows = 24

    /// - Parameter words: how much there is: `All 60 lines`.
    static func html(_ block: HTML, kind: HTML, words: String) -> HTML {
        """
        <div class="long \(kind)">\(block)<details class="more"><summary>\(words)</summary></details></div>
        """
    }
}

extension LongBlock {
    /// A table's box, cut where the table has many rows.
    static func table(_ box: HTML, of cell: Cell) -> HTML {
        let markup = box.markup
        let start = markup.firstRange(of: "<tbody")?.upperBound ?? markup.startIndex
        let end = markup.firstRange(of: "<tfoot")?.lowerBound ?? markup.endIndex
        let rows = start < end ? markup[start..<end].ranges(of: "<tr").count : 0
        guard rows > tableRows, cell.options.isFolded else { return box }
        return html(box, kind: "long-table", words: "All \(Words.count(rows, "row"))")
    }
}
