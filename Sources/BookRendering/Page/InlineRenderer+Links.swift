import BookModel

extension InlineRenderer {
    func link(to destination: String, title: String, text: HTML, at range: SourceRange) -> HTML {
        guard setting == .prose else { return text }
        if let reference = CrossReference(destination: destination) {
            return link(to: reference, title: title, text: text)
        }
        guard LinkAddress.mayLeadOut(destination) else {
            tools.log.add(
                Diagnostic(
                    .warning, "unsafe-link", file: chapter.file, range: range,
                    "pages do not link to '\(destination)'",
                    repairs: ["link to an http, https or mailto address, or to a file"]))
            return text
        }
        // A file beside the chapters is no page, as the parser has said at its place.
        guard LinkAddress.hasScheme(destination) else { return text }
        let titleAttribute: HTML = title.isEmpty ? "" : " title=\"\(title)\""
        return "<a href=\"\(LinkAddress.escaped(destination))\"\(titleAttribute)>\(text)</a>"
    }

    private func link(to reference: CrossReference, title: String, text: HTML) -> HTML {
        guard let destination = tools.book.destination(of: reference) else {
            // The parser has said so at its place; here it must only not look like a link.
            return "<span class=\"missing-value\">\(text)</span>"
        }
        let titleAttribute: HTML = title.isEmpty ? "" : " title=\"\(title)\""
        return "<a class=\"reference\" href=\"\(address(of: destination))\"\(titleAttribute)>\(text)</a>"
    }

    /// The address of a place from this page; what is on another page is kept for a preview.
    func address(of destination: BookPlace) -> String {
        let fragment = destination.anchor.isEmpty ? "" : "#" + destination.anchor
        if destination.stem == chapter.stem, !fragment.isEmpty { return fragment }
        tools.previews.want(destination.anchor, of: destination.stem)
        return destination.address + fragment
    }

    func image(_ source: String, title: String, alternative: String, at range: SourceRange) -> HTML {
        guard setting == .prose else { return HTML(text: alternative) }
        if alternative.allSatisfy(\.isWhitespace) { tools.log.add(missingAlternative(source, at: range)) }
        do {
            let address = try tools.book.picture(source)
            let titleAttribute: HTML = title.isEmpty ? "" : " title=\"\(title)\""
            return "<img class=\"picture\" src=\"\(address)\" alt=\"\(alternative)\"\(titleAttribute)>"
        } catch {
            tools.log.add(diagnostic(for: error, source: source, at: range))
            return "<span class=\"missing-value\">[picture \(source): \(alternative)]</span>"
        }
    }

    private func missingAlternative(_ source: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            .error, "missing-alt", file: chapter.file, range: range,
            "the picture '\(source)' has no text for readers who do not see it",
            repairs: ["say between the brackets what is seen: '![…](\(source))'"])
    }

    private func diagnostic(for failure: ProseImages.Failure, source: String, at range: SourceRange)
        -> Diagnostic
    {
        switch failure {
        case .remote:
            Diagnostic(
                .error, "remote-image", file: chapter.file, range: range,
                "the picture '\(source)' is on another machine, and pages do not need a network",
                repairs: ["put the file into the book and name it by its path"])
        case .missing(let nearest):
            Diagnostic(
                .error, "missing-image", file: chapter.file, range: range, "there is no picture '\(source)'",
                repairs: [
                    nearest.map { "did you mean '\($0)'?" }
                        ?? "name it by its path from the chapter's own folder"
                ])
        case .notAllowed:
            Diagnostic(
                .error, "unusable-image", file: chapter.file, range: range,
                "'\(source)' is not a picture of this book",
                repairs: ["use a png, jpg, gif, svg, webp or avif file below the root of the book"])
        case .notItsFormat(let named, let found):
            Diagnostic(
                .error, "unusable-image", file: chapter.file, range: range,
                found.map { "'\(source)' is a \($0.name) picture, not a \(named.name) picture" }
                    ?? "'\(source)' is no \(named.name) picture: its bytes are something else",
                repairs: [found.map { "rename it to '.\($0.rawValue)'" } ?? "export the picture again"])
        }
    }

    func reference(_ reference: CrossReference) -> HTML {
        guard let destination = tools.book.destination(of: reference) else {
            // The parser has said so at its place; here it must only not look like a link.
            return "<span class=\"missing-value\">[\(reference.target)]</span>"
        }
        let text = words(for: destination)
        guard setting == .prose else { return text }
        return "<a class=\"reference\" href=\"\(address(of: destination))\">\(text)</a>"
    }

    /// `Figure 8.2`; a chapter or section with its title, a statement with its title in brackets.
    private func words(for destination: BookPlace) -> HTML {
        // A title that refers to itself would never end.
        let title =
            setting == .title ? HTML(text: destination.plainTitle) : tools.book.title(of: destination)
        guard let number = destination.number else {
            if destination.kind == .cell { return "<code>\(destination.anchor)</code>" }
            return title.isEmpty ? HTML(text: destination.word) : title
        }
        let label: HTML = "\(destination.word)&nbsp;\(number)"
        switch destination.kind {
        case .chapter, .section: return title.isEmpty ? label : "\(label), \(title)"
        case .equation: return "Equation&nbsp;(\(number))"
        case .directive(.solution): return "Solution of Exercise&nbsp;\(number)"
        case .directive: return title.isEmpty ? label : "\(label) (\(title))"
        case .figure, .table, .listing, .cell: return label
        }
    }
}
