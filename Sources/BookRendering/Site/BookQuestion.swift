import BookModel

/// What the page of a chapter asks about the book beyond its own chapter.
enum BookQuestion: Hashable, Codable, Sendable {
    case destination(CrossReference)
    /// The title of a place, as markup without links.
    case title(stem: String, anchor: String)
    case work(key: String)
    /// The works that the chapter cites, in the order of the bibliography.
    case works
    /// The files of all chapters.
    case chapterFiles
    /// How readers start the command, and what they call the chapter there.
    case command
    /// Where the book lists what modules declare.
    case listings([ModuleListings.Name])
    /// The list of all claims under this title.
    case claims(title: String)
    case picture(source: String)
}

/// What a page was told.
enum BookAnswer: Hashable, Codable, Sendable {
    /// There is no such thing.
    case none
    case place(BookPlace)
    case markup(String)
    case works([CitedWork])
    case names([String])
    /// For each name, where it is listed.
    case listings([ModuleListings.Place?])
    /// The address of a picture.
    case picture(address: String)
    case noPicture(ProseImages.Failure)
}
