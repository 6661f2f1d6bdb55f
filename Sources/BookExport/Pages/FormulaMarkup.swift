/// Formulas as the schemas of HTML and MathML have them.
enum FormulaMarkup {
    private static let leaves: Set<String> = ["mi", "mn", "mo", "ms", "mtext"]

    /// The part of a page with its formulas corrected: KaTeX puts rows into operators, as for `\bmod`, where only
    /// text may stand. The operator gets the text of the row, or becomes a row where that has more than letters.
    static func corrected(_ page: MarkupElement) -> MarkupElement {
        page.mapping { element in
            guard leaves.contains(element.name), element.children.contains(where: { $0.element != nil })
            else { return [.element(element)] }
            var element = element
            let other = element.first { !leaves.contains($0.name) && $0.name != "mrow" }
            if other == nil {
                element.children = [.text(element.plainText)]
            } else {
                element.name = "mrow"
                element.attributes.removeAll { $0.name != "class" }
            }
            return [.element(element)]
        }
    }
}
