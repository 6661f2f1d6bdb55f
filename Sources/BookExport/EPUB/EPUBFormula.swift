/// A formula as readers of EPUB show it: the MathML of the page, with its TeX for those that do not know MathML.
enum EPUBFormula {
    /// - Parameter katex: the formula as KaTeX gives it: MathML beside markup for browsers.
    static func nodes(of katex: MarkupElement) -> [MarkupNode] {
        guard let math = katex.first(where: { $0.name == "math" }) else {
            return [.text(katex.plainText)]
        }
        let tex = math.first { $0.name == "annotation" }?.plainText
        var result = math.mapping(adapted)
        result["alttext"] = tex
        return [.element(result)]
    }

    private static func adapted(_ element: MarkupElement) -> [MarkupNode] {
        var element = element
        if let style = element["mathvariant"], let text = MathLetters.text(element.plainText, in: style) {
            element["mathvariant"] = nil
            element.children = [.text(text)]
        }
        return [.element(element)]
    }
}
