/// Where everything of the book is in its one file: each page has an anchor, and each name of a page has one
/// that no other page's name takes.
struct OneFileAddresses {
    /// What an address on a page leads to.
    enum Destination: Hashable {
        /// An anchor of the file.
        case anchor(String)
        /// A file of the site that is no page, by its path.
        case file(String)
        /// A page that is not in this file.
        case absent
        /// Something outside the book.
        case outside
    }

    private var anchors: [PageAddress: String] = [:]
    private var taken: Set<String>
    private let files: Set<String>

    /// - Parameters:
    ///   - files: the paths of all files of the site.
    ///   - reserved: anchors that the file has itself.
    init(_ pages: [BookPages.Page], files: Set<String>, reserved: Set<String>) {
        taken = reserved
        self.files = files
        for page in pages {
            let own = anchor(page.stem)
            anchors[PageAddress(file: page.path, fragment: nil)] = own
            if let main = page.main["id"] { anchors[PageAddress(file: page.path, fragment: main)] = own }
            page.main.forEach { element in
                guard let id = element["id"] else { return }
                let address = PageAddress(file: page.path, fragment: id)
                if anchors[address] == nil { anchors[address] = anchor("\(page.stem).\(id)") }
            }
        }
    }

    /// The anchor of a page's own name; `nil` when it has no such name.
    func anchor(of name: String?, on page: String) -> String? {
        anchors[PageAddress(file: page, fragment: name)]
    }

    func destination(of address: String, on page: String) -> Destination {
        guard let address = PageAddress(address, on: page) else { return .outside }
        if let anchor = anchors[address] { return .anchor(anchor) }
        if let anchor = anchors[PageAddress(file: address.file, fragment: nil)] { return .anchor(anchor) }
        guard files.contains(address.file) else { return .outside }
        return address.file.hasSuffix(".html") ? .absent : .file(address.file)
    }

    /// A free anchor made of letters, digits, points, hyphens and underscores. It begins with a letter, as a name in
    /// a picture has to.
    private mutating func anchor(_ text: String) -> String {
        let text = text.first?.isLetter == true ? text : "chapter-" + text
        let plain = String(text.map { $0.isLetter || $0.isNumber || "._-".contains($0) ? $0 : "-" })
        var anchor = plain
        var count = 1
        while !taken.insert(anchor).inserted {
            count += 1
            anchor = "\(plain)-\(count)"
        }
        return anchor
    }
}

extension PageAddress {
    init(file: String, fragment: String?) {
        self.file = file
        self.fragment = fragment
    }
}
