import BookModel

/// Prose within a line as markup.
final class InlineRenderer {
    /// Where the line stands: a title is shown within links and on other pages, so it has no links and notes itself.
    enum Setting {
        case prose, title
    }

    let entry: BookIndex.Entry
    let tools: PageTools
    let notes: FootnoteList
    private let setting: Setting

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
        inlines.map(html).joined()
    }

    private func html(_ inline: Inline) -> HTML {
        switch inline.content {
        case .text(let text): HTML(text: text)
        case .softBreak: "\n"
        case .lineBreak: "<br>"
        case .code(let code): "<code>\(Escaping.verbatim(code))</code>"
        case .html(let markup): "<code class=\"raw\">\(Escaping.verbatim(markup))</code>"
        case .math(let tex): math(tex, at: inline.range, isDisplay: false)
        case .displayMath(let tex): math(tex, at: inline.range, isDisplay: setting == .prose)
        case .value(let value): self.value(value)
        case .emphasis(let inner): "<em>\(html(inner))</em>"
        case .strong(let inner): "<strong>\(html(inner))</strong>"
        case .link(let destination, let title, let text):
            link(to: destination, title: title, text: html(text), at: inline.range)
        case .image(let source, let title, let alternative):
            image(source, title: title, alternative: alternative, at: inline.range)
        case .reference(let reference): self.reference(reference, at: inline.range)
        case .citation(let citation): self.citation(citation)
        case .footnoteReference(let name): footnote(name)
        }
    }

    func math(_ tex: String, at range: SourceRange, isDisplay: Bool) -> HTML {
        do {
            return try tools.math.html(tex, isDisplay: isDisplay)
        } catch {
            tools.log.add(
                Diagnostic(.error, "invalid-math", file: chapter.file, range: range, error.message))
            return """
                <code class="failed-math"><strong>Formula not understood:</strong> \(Escaping.verbatim(tex))</code>
                """
        }
    }

    private func value(_ value: InlineValue) -> HTML {
        if let bundle = tools.results[chapter.stem]?.values[value.id] {
            return "<span class=\"value\">\(bundle.text)</span>"
        }
        return "<span class=\"missing-value\">[<code>\(value.expression)</code> not computed]</span>"
    }

    private func citation(_ citation: Citation) -> HTML {
        let items = citation.items.map { item -> HTML in
            if let locator = item.locator { return "\(item.key), \(locator)" }
            return HTML(text: item.key)
        }
        return "<span class=\"citation\">[\(items.joined(separator: "; "))]</span>"
    }

    private func footnote(_ name: String) -> HTML {
        guard setting == .prose else { return .empty }
        guard let call = notes.call(name) else { return "[^\(name)]" }
        let mark: HTML = """
            <sup class="note-mark"><a id="\(call.anchor)" href="#fn-\(name)" aria-label="Note \(call.number)">\
            \(call.number)</a></sup>
            """
        return mark + (call.isFirst ? sideNote(name, number: call.number) : .empty)
    }

    /// A note of one paragraph, repeated in the margin of wide screens.
    private func sideNote(_ name: String, number: Int) -> HTML {
        guard let blocks = notes.blocks(of: name), blocks.count == 1, case .paragraph(let text) = blocks[0].content
        else { return .empty }
        return "<span class=\"side-note\"><span class=\"side-note-number\">\(number)</span> \(titles.html(text))</span>"
    }
}

extension InlineRenderer {
    private func link(to destination: String, title: String, text: HTML, at range: SourceRange) -> HTML {
        guard setting == .prose else { return text }
        guard let address = LinkAddress.of(destination, in: tools.index) else {
            tools.log.add(
                Diagnostic(
                    .warning, "unsafe-link", file: chapter.file, range: range,
                    "pages do not link to '\(destination)'",
                    repairs: ["link to an http, https or mailto address, or to a file"]))
            return text
        }
        let titleAttribute: HTML = title.isEmpty ? "" : " title=\"\(title)\""
        return "<a href=\"\(address)\"\(titleAttribute)>\(text)</a>"
    }

    private func image(_ source: String, title: String, alternative: String, at range: SourceRange) -> HTML {
        guard setting == .prose else { return HTML(text: alternative) }
        do {
            let address = try tools.images.address(of: source, in: chapter.file)
            let titleAttribute: HTML = title.isEmpty ? "" : " title=\"\(title)\""
            return "<img class=\"picture\" src=\"\(address)\" alt=\"\(alternative)\"\(titleAttribute)>"
        } catch {
            tools.log.add(diagnostic(for: error, source: source, at: range))
            return "<span class=\"missing-value\">[picture \(source): \(alternative)]</span>"
        }
    }

    private func diagnostic(for failure: ProseImages.Failure, source: String, at range: SourceRange) -> Diagnostic {
        switch failure {
        case .remote:
            Diagnostic(
                .error, "remote-image", file: chapter.file, range: range,
                "the picture '\(source)' is on another machine, and pages do not need a network",
                repairs: ["put the file into the book and name it by its path"])
        case .missing:
            Diagnostic(
                .error, "missing-image", file: chapter.file, range: range, "there is no picture '\(source)'",
                repairs: ["name it by its path from the chapter's own folder"])
        case .notAllowed:
            Diagnostic(
                .error, "unusable-image", file: chapter.file, range: range,
                "'\(source)' is not a picture of this book",
                repairs: ["use a png, jpg, gif, svg, webp or avif file below the root of the book"])
        }
    }

    private func reference(_ reference: CrossReference, at range: SourceRange) -> HTML {
        guard let destination = tools.index.destination(of: reference, from: chapter.stem) else {
            tools.log.add(tools.index.brokenReference(reference, at: range, in: chapter))
            return "<span class=\"missing-value\">[\(reference.target)]</span>"
        }
        let text = words(for: destination)
        guard setting == .prose else { return text }
        let isHere = destination.entry.stem == chapter.stem
        let fragment = destination.mark.anchor.isEmpty ? "" : "#" + destination.mark.anchor
        let page = isHere && !fragment.isEmpty ? "" : destination.entry.page
        return "<a class=\"reference\" href=\"\(page + fragment)\">\(text)</a>"
    }

    /// `Figure 8.2`; a chapter or section with its title, a statement with its title in brackets.
    private func words(for destination: BookIndex.Destination) -> HTML {
        let mark = destination.mark
        // A title that refers to itself would never end.
        let title: HTML =
            setting == .title
            ? HTML(text: Inline.plainText(mark.title))
            : InlineRenderer(destination.entry, tools, notes: notes, setting: .title).html(mark.title)
        guard let number = mark.number else {
            if mark.kind == .cell { return "<code>\(mark.anchor)</code>" }
            return title.isEmpty ? HTML(text: mark.word) : title
        }
        let label: HTML = "\(mark.word)&nbsp;\(number)"
        switch mark.kind {
        case .chapter, .section: return title.isEmpty ? label : "\(label), \(title)"
        case .equation: return "Equation&nbsp;(\(number))"
        case .directive: return title.isEmpty ? label : "\(label) (\(title))"
        case .figure, .table, .listing, .cell: return label
        }
    }
}
