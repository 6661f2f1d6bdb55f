import BookModel

extension ChapterBody {
    func directive(_ directive: Directive, at range: SourceRange) -> HTML {
        let mark = entry.marks.mark(at: range)
        let anchor: HTML = mark.map { " id=\"\($0.anchor)\"" } ?? ""
        let kind = directive.kind.rawValue.lowercased()
        let inner = blocks(directive.blocks)
        if directive.kind == .claims {
            let table = tools.book.claims(title: Inline.plainText(directive.title))
            return """
                <section class="claim-list"\(anchor)>
                \(inner)
                \(table)</section>
                """
        }
        if directive.kind == .solution {
            return """
                <details class="box solution"\(anchor)>
                <summary>\(label(of: directive, mark))</summary>
                \(exercise(ofSolutionAt: range))\(inner)
                </details>
                """
        }
        let end: HTML =
            directive.kind == .proof
            ? "<span class=\"end-of-proof\" role=\"img\" aria-label=\"End of proof\">∎</span>" : ""
        return """
            <section class="box \(kind)\(className(of: directive.kind))"\(anchor)>
            <p class="box-label">\(label(of: directive, mark))</p>
            \(inner)
            \(end)</section>
            """
    }

    /// The way back from a solution, which may stand far from its exercise.
    private func exercise(ofSolutionAt range: SourceRange) -> HTML {
        guard let exercise = entry.marks.exercise(ofSolutionAt: range), let number = exercise.number else {
            return ""
        }
        return """
            <p class="solution-of"><a class="reference" href="#\(exercise.anchor)">Exercise \(number)</a></p>

            """
    }

    private func label(of directive: Directive, _ mark: Mark?) -> HTML {
        let of: HTML = directive.kind == .solution ? " of Exercise" : ""
        let number: HTML = mark?.number.map { "\(of) \($0)" } ?? ""
        let kind: HTML = "<span class=\"box-kind\">\(directive.kind.label)\(number)</span>"
        guard !directive.title.isEmpty else { return kind }
        return "\(kind) <span class=\"box-title\">\(inlines.html(directive.title))</span>"
    }

    private func className(of kind: Directive.Kind) -> HTML {
        if kind.isStatement { return " statement" }
        return switch kind {
        case .warning, .caution: " alert"
        case .note, .tip, .important: " aside"
        default: ""
        }
    }
}
