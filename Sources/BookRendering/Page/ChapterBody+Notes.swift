import BookModel

extension ChapterBody {
    /// The footnotes, after everything that can call one.
    func endNotes() -> HTML {
        var items = HTML.empty
        var place = 0
        while let name = notes.name(at: place) {
            items += note(name)
            place += 1
        }
        guard !items.isEmpty else { return "" }
        return """
            <section class="end-notes" aria-label="Notes">
            <h2 class="minor">Notes</h2>
            <ol>
            \(items)</ol>
            </section>

            """
    }

    private func note(_ name: String) -> HTML {
        let text = blocks(notes.blocks(of: name) ?? [])
        let count = notes.callCount(of: name)
        let links = (0..<count).map { index -> HTML in
            let anchor = index == 0 ? "fnref-\(name)" : "fnref-\(name)-\(index + 1)"
            return "<a class=\"back\" href=\"#\(anchor)\" aria-label=\"Back to the text\">↩</a>"
        }
        return "<li id=\"fn-\(name)\">\(text) \(links.joined(separator: " "))</li>\n"
    }
}
