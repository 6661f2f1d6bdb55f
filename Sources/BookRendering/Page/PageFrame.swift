import BookModel

/// What stands around the `<main>` of a chapter's page, before it is written out.
struct PageFrame {
    let bookTitle: String
    /// The title of the page without markup.
    let title: String
    let description: String?
    let list: ContentsList
    let entry: BookIndex.Entry
    let pager: HTML

    init(of entry: BookIndex.Entry, bookTitle: String, _ list: ContentsList) {
        self.bookTitle = bookTitle
        title = "\(Inline.plainText(entry.chapter.title)) · \(bookTitle)"
        description = entry.chapter.frontMatter.summary
        self.list = list
        self.entry = entry
        pager = list.pager(for: entry)
    }

    /// Names the page that the frame makes of a content, without making it.
    ///
    /// - Parameter content: the hash of the content.
    func key(around content: String) -> String {
        let own = [bookTitle, title, description.map { "=" + $0 } ?? "", list.key, entry.stem, pager.markup]
        return RenderingStore.hash(own + [content])
    }

    func shell(around content: PageRendering.Content) -> PageShell {
        PageShell(
            bookTitle: bookTitle, title: title, description: description, main: HTML(trusted: content.main),
            contents: list.side(for: entry, sections: HTML(trusted: content.sections)), pager: pager)
    }
}
