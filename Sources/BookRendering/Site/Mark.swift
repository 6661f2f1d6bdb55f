import BookModel

/// Something in a chapter that a reference can point to.
public struct Mark: Hashable, Sendable {
    public enum Kind: Hashable, Sendable, Codable {
        case chapter, section, figure, table, listing, equation
        case directive(Directive.Kind)
        case cell
    }

    public let kind: Kind
    /// `8.2`; `nil` for what is not counted.
    public let number: String?
    /// The `id` on its page.
    public let anchor: String
    public let title: [Inline]

    /// The word before the number: `Figure`.
    public var word: String {
        switch kind {
        case .chapter: number?.allSatisfy(\.isLetter) == true ? "Appendix" : "Chapter"
        case .section: "Section"
        case .figure: "Figure"
        case .table: "Table"
        case .listing: "Listing"
        case .equation: "Equation"
        case .directive(let kind): kind.label
        case .cell: "Cell"
        }
    }
}

extension Directive.Kind {
    /// The kind as a word on the page: `Theorem`.
    var label: String { rawValue.prefix(1) + rawValue.dropFirst().lowercased() }

    /// Statements share one count in a chapter, so that a reader finds Definition 8.3 before Theorem 8.4.
    var isStatement: Bool {
        switch self {
        case .theorem, .lemma, .proposition, .corollary, .assumption, .definition, .example, .remark: true
        default: false
        }
    }
}
