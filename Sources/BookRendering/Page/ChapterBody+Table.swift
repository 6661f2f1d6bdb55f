import BookModel

extension ChapterBody {
    func table(_ table: PipeTable, at range: SourceRange) -> HTML {
        let mark = entry.marks.mark(at: range)
        let caption = tableCaption(table, mark)
        let anchor: HTML = table.name.map { " id=\"\($0)\"" } ?? ""
        let label = caption.isEmpty ? "Table" : caption.plain
        return """
            <figure class="exhibit table"\(anchor)>
            \(caption.html)<div class="table-box"\(ScrollBox.attributes(label: label))>
            <table>
            <thead>
            \(row(table.header, table.alignments, cell: "th scope=\"col\"", end: "th"))
            </thead>
            <tbody>
            \(table.rows.map { row($0, table.alignments, cell: "td", end: "td") }.joined(separator: "\n"))
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

    private func row(_ cells: [[Inline]], _ alignments: [PipeTable.Alignment], cell: HTML, end: HTML) -> HTML
    {
        let inner = cells.enumerated().map { index, text -> HTML in
            let alignment = alignments.indices.contains(index) ? alignments[index] : .natural
            let name: HTML = alignment == .natural ? "" : " class=\"\(alignment.rawValue)\""
            return "<\(cell)\(name)>\(inlines.html(text))</\(end)>"
        }
        return "<tr>\(inner.joined())</tr>"
    }
}
