import BookModel

/// Prose within a line as markup.
final class InlineRenderer {
    /// Where the line stands: a title is shown within links and on other pages, so it has no links and notes
    /// itself.
    enum Setting {
        case prose, title
    }

    let entry: BookIndex.Entry
    let tools: PageTools
    let notes: FootnoteList
    let setting: Setting

    init(_ entry: BookIndex.Entry, _ tools: PageTools, notes: FootnoteList, setting: Setting = .prose) {
        self.entry = entry
        self.tools = tools
        self.notes = notes
        self.setting = setting
    }

    var chapter: Chapter { entry.chapter }

    /// The renderer for titles of the same chapter.
    var titles: InlineRenderer {
        InlineRenderer(entry, tools, notes: notes, setting: .title)
    }

    func html(_ inlines: [Inline]) -> HTML {
        var result = HTML.empty
        var rest = inlines[...]
        while let inline = rest.popFirst() {
            guard case .math = inline.content, let next = rest.first, case .text(let text) = next.content,
                let mark = text.first, ".,;:!?)".contains(mark)
            else {
                result += html(inline)
                continue
            }
            // A line must not begin with the mark that ends a formula.
            rest.removeFirst()
            result +=
                "<span class=\"together\">\(html(inline))\(String(mark))</span>\(String(text.dropFirst()))"
        }
        return result
    }

    private func html(_ inline: Inline) -> HTML {
        switch inline.content {
        // A line must not begin with a percent sign.
        case .text(let text): HTML(text: text.contains(" %") ? text.replacing(" %", with: "\u{A0}%") : text)
        case .softBreak: "\n"
        case .lineBreak: "<br>"
        case .code(let code): "<code>\(Escaping.verbatim(code))</code>"
        case .html(let markup): "<code class=\"raw\">\(Escaping.verbatim(markup))</code>"
        case .math(let tex): math(tex, at: inline.range, isDisplay: false)
        case .displayMath(let tex) where setting == .prose:
            """
            <span class="display"\(ScrollBox.attributes(label: "Formula"))>\
            \(math(tex, at: inline.range, isDisplay: true))</span>
            """
        case .displayMath(let tex): math(tex, at: inline.range, isDisplay: false)
        case .value(let value): self.value(value)
        case .emphasis(let inner): "<em>\(html(inner))</em>"
        case .strong(let inner): "<strong>\(html(inner))</strong>"
        case .link(let destination, let title, let text):
            link(to: destination, title: title, text: html(text), at: inline.range)
        case .image(let source, let title, let alternative):
            image(source, title: title, alternative: alternative, at: inline.range)
        case .reference(let reference): self.reference(reference)
        case .citation(let citation): self.citation(citation)
        case .footnoteReference(let name): footnote(name)
        }
    }

    func math(_ tex: String, at range: SourceRange, isDisplay: Bool) -> HTML {
        do {
            return try tools.math.html(tex, isDisplay: isDisplay)
        } catch {
            let place = error.place.map {
                FormulaPlace.range(of: $0, in: tex, at: range, of: chapter.source)
            }
            tools.log.add(
                Diagnostic(
                    .error, "invalid-math", file: chapter.file, range: place ?? range, error.message))
            return """
                <code class="failed-math"><strong>Formula not understood:</strong> \
                \(Escaping.verbatim(tex))</code>
                """
        }
    }

    private func value(_ value: InlineValue) -> HTML {
        if let bundle = tools.results?.values[value.id] {
            return "<span class=\"value\">\(HTML.isolated(bundle.text))</span>"
        }
        return "<span class=\"missing-value\">[<code>\(value.expression)</code> not computed]</span>"
    }

    private func footnote(_ name: String) -> HTML {
        guard setting == .prose else { return .empty }
        guard let call = notes.call(name) else { return "[^\(name)]" }
        // Wide screens put the note beside its first call, by the name that the call has for the style sheet.
        let place: HTML = call.isFirst ? " style=\"anchor-name:--call-\(call.number)\"" : ""
        return """
            <sup class="note-mark"><a id="\(call.anchor)" href="#\(PageName.note)\(name)"\(place) \
            aria-label="Note \(call.number)">\(call.number)</a></sup>
            """
    }
}
