/// A table in the plain text of an output: headings, a rule of `─`, rows.
struct TextTable {
    struct Column {
        let heading: String
        /// Columns of the terminal that it takes.
        let places: Range<Int>
    }

    /// The numbers of the lines below the rule.
    let rows: Range<Int>
    let columns: [Column]

    /// The heading above a place of the terminal.
    func heading(at place: Int) -> String? {
        columns.last { $0.places.lowerBound <= place }?.heading
    }

    /// The tables in the lines of one piece of an output.
    ///
    /// A table ends with the piece, at a blank line, or at a line that is no row: one wider than the rule, or one that
    /// starts with `…`, which counts the rows that are not shown.
    static func tables(in lines: [String]) -> [TextTable] {
        lines.indices.dropFirst().compactMap { index in
            let rule = lines[index]
            guard !rule.isEmpty, rule.allSatisfy({ $0 == "─" }), !lines[index - 1].isEmpty else { return nil }
            let width = rule.count
            let rows = lines[(index + 1)...].prefix { line in
                !line.isEmpty && !line.hasPrefix("…") && TerminalWidth.of(line) <= width
            }
            return TextTable(
                rows: rows.indices, columns: columns(heading: lines[index - 1], rows: rows, width: width))
        }
    }

    /// Between columns, two places or more are blank in every line; what has no heading belongs to the column before.
    private static func columns(heading: String, rows: ArraySlice<String>, width: Int) -> [Column] {
        let headingCells = TerminalWidth.cells(of: heading)
        var isBlank = [Bool](repeating: true, count: max(width, headingCells.count))
        for cells in [headingCells] + rows.map(TerminalWidth.cells) {
            for (place, character) in cells.enumerated() where character != " " && place < isBlank.count {
                isBlank[place] = false
            }
        }
        var columns: [Column] = []
        var start: Int?
        for place in 0...isBlank.count {
            let endsHere = place == isBlank.count || (isBlank[place] && (isBlank[safe: place + 1] ?? true))
            if let begin = start, endsHere {
                let text = String(headingCells[safe: begin..<place].compactMap { $0 })
                let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if !name.isEmpty || columns.isEmpty {
                    columns.append(Column(heading: name, places: begin..<place))
                }
                start = nil
            } else if start == nil, place < isBlank.count, !isBlank[place] {
                start = place
            }
        }
        return columns
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
    fileprivate subscript(safe range: Range<Int>) -> ArraySlice<Element> { self[range.clamped(to: indices)] }
}
