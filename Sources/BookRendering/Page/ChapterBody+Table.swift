import BookModel

extension ChapterBody {
    func table(_ table: PipeTable, at range: SourceRange) -> HTML {
        let mark = entry.marks.mark(at: range)
        let caption = tableCaption(table, mark)
        let anchor: HTML = table.name.map { " id=\"\($0)\"" } ?? ""
        let label = caption.isEmpty ? "Table" : caption.plain
        // An empty corner says that the first column names the rows.
        let hasCorner = table.header.first?.isEmpty == true
        func namesRow(_ column: Int, _ text: [Inline]) -> Bool { hasCorner && column == 0 && !text.isEmpty }
        return """
            <figure class="exhibit table"\(anchor)>
            \(caption.html)<div class="table-box"\(ScrollBox.attributes(label: label))>
            <table>
            <thead>
            \(row(table.header, table.alignments) { $1.isEmpty ? .value : .column })
            </thead>
            <tbody>
            \(table.rows.map { row($0, table.alignments) { namesRow($0, $1) ? .row : .value } }
                .joined(separator: "\n"))
            </tbody>
            </table>
            </div>
            </figure>
            """
    }

    private struct Caption {
        var html: HTML
        var plain: String
        var isEmpty: Bool { plain.isEmpty }
    }

    private func tableCaption(_ table: PipeTable, _ mark: Mark?) -> Caption {
        let label = mark?.number.map { "Table \($0)" }
        let text = table.caption ?? []
        guard label != nil || !text.isEmpty else { return Caption(html: "", plain: "") }
        let prefix: HTML = label.map { "<span class=\"caption-label\">\($0)</span> " } ?? ""
        let plain = [label, text.isEmpty ? nil : Inline.plainText(text)].compactMap { $0 }.joined(
            separator: ": ")
        return Caption(html: "<figcaption>\(prefix)\(inlines.html(text))</figcaption>\n", plain: plain)
    }

    /// What a field of a table is: a value, or the name of a column or row.
    private enum Field {
        case value, column, row

        var start: HTML {
            switch self {
            case .value: "<td"
            case .column: "<th scope=\"col\""
            case .row: "<th scope=\"row\""
            }
        }

        var end: HTML { self == .value ? "</td>" : "</th>" }
    }

    /// - Parameter field: what stands in a column with a text.
    private func row(
        _ cells: [[Inline]], _ alignments: [PipeTable.Alignment], field: (Int, [Inline]) -> Field
    ) -> HTML {
        let inner = cells.enumerated().map { index, text -> HTML in
            let alignment = alignments.indices.contains(index) ? alignments[index] : .natural
            let name: HTML = alignment == .natural ? "" : " class=\"\(alignment.rawValue)\""
            let field = field(index, text)
            return "\(field.start)\(name)>\(inlines.html(text))\(field.end)"
        }
        return "<tr>\(inner.joined())</tr>"
    }
}
