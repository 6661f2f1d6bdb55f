import BookModel

extension ChapterBody {
    /// The footnotes, after everything that can call one.
    func endNotes() -> HTML {
        var items = HTML.empty
        var place = 0
        while let name = notes.name(at: place) {
            place += 1
            items += note(name, number: place)
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

    /// The note stands at the foot of the page; the style sheet moves it beside its call where there is room.
    private func note(_ name: String, number: Int) -> HTML {
        let text = blocks(notes.blocks(of: name) ?? [])
        let count = notes.callCount(of: name)
        let links = (0..<count).map { index -> HTML in
            let anchor = PageName.noteCall + (index == 0 ? name : "\(name)-\(index + 1)")
            return "<a class=\"back\" href=\"#\(anchor)\" aria-label=\"Back to the text\">↩</a>"
        }
        let style: HTML = "--call:--call-\(number);--before:--note-\(number - 1);anchor-name:--note-\(number)"
        return """
            <li id="\(PageName.note)\(name)" style="\(style)">\(text) \(links.joined(separator: " "))</li>

            """
    }
}
