/// What a search finds on one page: its sections with their text.
package struct SearchPage: Hashable, Sendable {
    /// The page as an address: `08-pancakes.html`.
    package let address: String
    /// `Chapter 8`; empty for a page without a number.
    package let label: String
    package let title: String
    package var sections: [SearchSection]

    package init(address: String, label: String, title: String, sections: [SearchSection]) {
        self.address = address
        self.label = label
        self.title = title
        self.sections = sections
    }
}

/// A stretch of a page from one heading to the next: what one result of a search is.
package struct SearchSection: Hashable, Sendable {
    /// The name on its page; empty for the beginning of the page.
    package let anchor: String
    /// `8.2`; empty where it has none.
    package let number: String
    package let title: String
    /// How much a word of the title counts.
    let titleField: SearchBlock.Field
    package var blocks: [SearchBlock]

    package init(
        anchor: String, number: String, title: String, titleField: SearchBlock.Field = .title,
        blocks: [SearchBlock] = []
    ) {
        self.anchor = anchor
        self.number = number
        self.title = title
        self.titleField = titleField
        self.blocks = blocks
    }
}

/// A paragraph, a caption, a cell's code: what an excerpt is taken from.
package struct SearchBlock: Hashable, Sendable {
    /// How much a word counts where it stands.
    package enum Field: Int, Hashable, Sendable, CaseIterable {
        case title, name, text, code
    }

    package let field: Field
    package let text: String
    /// The name on its page, where the block has one of its own.
    package let anchor: String
    /// `Theorem 8.3`; empty for prose.
    package let label: String

    package init(_ field: Field, _ text: String, anchor: String = "", label: String = "") {
        self.field = field
        self.text = text
        self.anchor = anchor
        self.label = label
    }
}

extension SearchSection {
    /// The terms of the section by field, each as often as it stands there.
    func terms() -> [(field: SearchBlock.Field, terms: [String])] {
        var terms = [[String]](repeating: [], count: SearchBlock.Field.allCases.count)
        terms[SearchBlock.Field.name.rawValue] = SearchWords.terms(in: number)
        terms[titleField.rawValue] += SearchWords.terms(in: title)
        for block in blocks {
            // A block that is named is found by what it is called on the page: `Theorem 8.3`.
            let text = block.field == .name ? block.label + " " + block.text : block.text
            terms[block.field.rawValue] += SearchWords.terms(in: text)
        }
        return SearchBlock.Field.allCases.map { ($0, terms[$0.rawValue]) }
    }
}
