/// The examples whose HTML on a page differs from libcmark's, by the extension or decision that it is for.
enum SpecificationDifferences {
    /// A page links to addresses of the web and to chapters of the book; the text of any other link stays, and `book`
    /// says which address is neither.
    static let linksNowhere = [
        22, 23, 32, 33, 194, 195, 200, 203, 204, 206, 217, 484, 485, 486, 488, 491, 494, 495, 497, 498, 499,
        501,
        502, 503,
        521, 566, 595, 597, 598, 600,
    ]
    /// `[](chapter.md)` and `#name` are cross-references, which must lead somewhere.
    static let crossReferences = [483, 500]
    /// Pictures are files of the book, put beside the pages; these are not there.
    static let pictures = [
        516, 519, 530, 571, 572, 573, 574, 575, 576, 577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587,
        588, 590,
    ]
    /// A comment in HTML is left out, while other raw HTML is shown as text.
    static let comments = [179, 183, 308, 309, 624]
    /// Links are defined for the whole chapter, so that a definition ends the paragraph that it would begin: `===` below
    /// it is one of its own.
    static let underlinedDefinitions = [216]

    static let reasons: [Int: String] = [
        "links": linksNowhere, "cross-references": crossReferences, "pictures": pictures,
        "comments": comments,
        "definitions": underlinedDefinitions,
    ].reduce(into: [:]) { reasons, group in
        for example in group.value { reasons[example] = group.key }
    }
}
