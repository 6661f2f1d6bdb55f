/// The columns of a table's markup, chosen by their headings.
struct TableColumns {
    private let tokens: [MarkupToken]
    /// The headings, in order; empty when the markup has no row of headings.
    let headings: [String]

    init(of markup: String) {
        let tokens = MarkupTokenizer.tokens(of: markup)
        self.tokens = tokens
        headings = Self.rows(of: tokens).first?.cells.map { Self.text(of: tokens[$0]) } ?? []
    }

    /// The table with the columns of these headings only, in this order. Rows of another length than the row
    /// of headings stay as they are: a cell that spans columns cannot be cut.
    func choosing(_ chosen: [String], links: TableMarkup.Links) -> HTML {
        let places = chosen.compactMap { headings.firstIndex(of: $0) }
        var result: [MarkupToken] = []
        var position = 0
        for row in Self.rows(of: tokens) where row.cells.count == headings.count {
            guard let first = row.cells.first, let last = row.cells.last else { continue }
            result += tokens[position..<first.lowerBound]
            for place in places { result += tokens[row.cells[place]] }
            position = last.upperBound
        }
        return TableMarkup.render(result + tokens[position...], links: links)
    }

    private static func text(of cell: ArraySlice<MarkupToken>) -> String {
        cell.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private struct Row {
        /// The tokens of each cell, with its tags.
        var cells: [Range<Int>] = []
    }

    private static func rows(of tokens: [MarkupToken]) -> [Row] {
        var rows: [Row] = []
        var start: Int?
        for (index, token) in tokens.enumerated() {
            switch token {
            case .open("tr", _, _): rows.append(Row())
            case .open("th", _, _), .open("td", _, _): start = index
            case .close("th"), .close("td"):
                if let begin = start, !rows.isEmpty { rows[rows.count - 1].cells.append(begin..<(index + 1)) }
                start = nil
            case .open, .close, .text: continue
            }
        }
        return rows
    }
}
