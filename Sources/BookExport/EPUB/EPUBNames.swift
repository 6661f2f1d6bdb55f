/// The files of an EPUB for the pages of the site, and the addresses between them.
struct EPUBNames {
    static let title = "title.xhtml"
    static let contents = "contents.xhtml"
    static let style = "book.css"

    private var files: [String: String] = [:]
    private var anchors: [String: Set<String>] = [:]

    init(_ pages: BookPages) {
        files[pages.front.path] = Self.contents
        var taken: Set<String> = [Self.title, Self.contents]
        for page in pages.pages {
            let plain = String(
                page.stem.map { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) ? $0 : "-" })
            var name = plain + ".xhtml"
            var count = 1
            while !taken.insert(name.lowercased()).inserted {
                count += 1
                name = "\(plain)-\(count).xhtml"
            }
            files[page.path] = name
            var names: Set<String> = []
            page.main.forEach { if let id = $0["id"] { names.insert(id) } }
            anchors[page.path] = names
        }
    }

    /// The file of a page.
    func file(of page: BookPages.Page) -> String { files[page.path] ?? Self.contents }

    /// The address for a link; `nil` where it leads to nothing that is in the book or that is an address.
    func address(of link: String, on page: String) -> String? {
        guard let target = PageAddress(link, on: page) else { return WebAddress.valid(link) }
        guard let file = files[target.file] else { return nil }
        guard let fragment = target.fragment, anchors[target.file]?.contains(fragment) == true else {
            return file
        }
        return (target.file == page ? "" : file) + "#" + fragment
    }
}
