import BookModel

extension ChapterBody {
    /// A diagnostic as the terminal shows it, with what differs in colour besides.
    func diagnostic(_ diagnostic: Diagnostic) -> HTML {
        let severity = diagnostic.severity.rawValue
        let label = severity.prefix(1).uppercased() + severity.dropFirst()
        let source = diagnostic.file == chapter.file ? chapter.source : nil
        let box = ScrollBox.attributes(label: label, text: diagnostic.text(quoting: source))
        let heading: HTML = "\(Escaping.verbatim(diagnostic.heading(quoting: source)))\n"
        let repairs = Escaping.verbatim(diagnostic.repairTexts.joined(separator: "\n"))
        return """
            <div class="output diagnostic \(severity)"><p class="output-label">\(label)</p>
            <pre\(box)>\(heading)\(difference(diagnostic.difference))\(repairs)</pre></div>

            """
    }

    private func difference(_ difference: TextDifference?) -> HTML {
        guard let difference else { return "" }
        let lines = difference.lines.map { line -> HTML in
            let text = Escaping.verbatim(line.marked)
            switch line.kind {
            case .expected: return "<del>\(text)\n</del>"
            case .shown: return "<ins>\(text)\n</ins>"
            case .mark: return "<span class=\"mark\">\(text)\n</span>"
            case .same, .omission: return "\(text)\n"
            }
        }
        return "<span class=\"difference\">\(lines.joined())</span>"
    }
}
