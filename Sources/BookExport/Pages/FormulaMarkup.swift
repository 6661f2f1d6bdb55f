/// Formulas as the schemas of HTML and MathML have them.
enum FormulaMarkup {
    private static let leaves: Set<String> = ["mi", "mn", "mo", "ms", "mtext"]

    /// The part of a page with its formulas corrected: KaTeX puts rows into operators, as for `\mathop{…}`, where
    /// only text may stand; such an operator becomes a row.
    static func corrected(_ page: MarkupElement) -> MarkupElement {
        page.mapping { element in
            var element = element
            if leaves.contains(element.name), element.children.contains(where: { $0.element != nil }) {
                element.name = "mrow"
                element.attributes.removeAll { $0.name != "class" }
            }
            return [.element(element)]
        }
    }
}
