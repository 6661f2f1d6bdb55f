/// What a link to another page can show before it is followed: pieces of pages.
///
/// A page offers each of its pieces that has a name, and wants those of other pages that it refers to.
final class PreviewFragments {
    /// The name of a piece of the book; the opening of a page has the name "".
    struct Name: Hashable, Codable, Sendable {
        let stem: String
        let anchor: String
    }

    /// Pieces of this page by their names.
    private(set) var offered: [String: HTML] = [:]
    /// Pieces of other pages.
    private(set) var wanted: Set<Name> = []

    /// Keeps the piece of the page that has the name `anchor`; the page's opening has the name "".
    ///
    /// - Parameter isFallback: whether a piece that is there already is the better one.
    func offer(_ html: HTML, at anchor: String, isFallback: Bool = false) {
        if isFallback, offered[anchor] != nil { return }
        offered[anchor] = html
    }

    /// Says that the page refers to a piece of another one.
    func want(_ anchor: String, of stem: String) {
        wanted.insert(Name(stem: stem, anchor: anchor))
    }
}
