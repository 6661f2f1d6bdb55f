import BookModel

extension InlineRenderer {
    /// `[GKVZ22, §5; BRST21]`, each label a link to the work in the list at the end of the page.
    func citation(_ citation: Citation) -> HTML {
        let items = citation.items.map { item -> HTML in
            let locator: HTML = item.locator.map { ", \(HTML.isolated($0))" } ?? ""
            guard let work = tools.book.work(item.key) else {
                // The parser has said so at its place.
                return "<span class=\"missing-value\">\(item.key)</span>\(locator)"
            }
            return "\(label(of: work))\(locator)"
        }
        return "<span class=\"citation\">[\(items.joined(separator: "; "))]</span>"
    }

    private func label(of work: CitedWork) -> HTML {
        guard setting == .prose else { return HTML(text: work.label) }
        let anchor = tools.citations.cite(work.key)
        return """
            <a class="cite" id="\(anchor)" href="#\(work.anchor)" aria-label="\(work.label): \(work.words)">\
            \(work.label)</a>
            """
    }
}
