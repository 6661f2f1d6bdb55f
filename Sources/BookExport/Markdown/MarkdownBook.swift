import BookModel
import BookRendering

/// The whole book as one Markdown file, for readers of text: results inline, figures in words, no HTML.
package struct MarkdownBook {
    private let source: ExportSource

    package init(_ source: ExportSource) {
        self.source = source
    }

    package func text() -> String {
        let pages = source.pages.pages.enumerated().map { text(of: $1, number: $0 + 1) }
        return ([front] + pages).joined(separator: "\n\n") + "\n"
    }

    private var front: String {
        let configuration = source.configuration
        let lines = [
            "# " + MarkdownText.escaped(configuration.title), configuration.subtitle.map(Self.paragraph),
            configuration.authors.isEmpty
                ? nil : Self.paragraph(configuration.authors.joined(separator: ", ")),
            configuration.summary.map(Self.paragraph),
        ]
        return lines.compactMap { $0 }.joined(separator: "\n\n")
    }

    private static func paragraph(_ text: String) -> String {
        MarkdownText.paragraph(MarkdownText.escaped(text).trimmingBlanks)
    }

    private func text(of page: BookPages.Page, number: Int) -> String {
        let cells = source.cells(of: page)
        // A cell is written by the same writer that meets it, for its caption and tables.
        func writer() -> MarkdownWriter {
            MarkdownWriter(
                dialect: MarkdownDialect(
                    hasAnchors: false, headingShift: 1, notePrefix: "\(number).",
                    address: { WebAddress.valid($0) },
                    image: { image in
                        let words = MarkdownText.escaped(image["alt"] ?? "").trimmingBlanks
                        return words.isEmpty ? "" : "(picture: \(words))"
                    },
                    language: cells.language(of:),
                    cell: { box in
                        guard let place = cells.place(ofBox: box["id"]) else { return "" }
                        return CellMarkdown(shown: cells.cells[place], writer: writer()).text()
                    }))
        }
        return writer().blocks(page.main.children)
    }

    /// `llms.txt`: what the book is, and one line a chapter that leads into the file.
    ///
    /// Source: the proposal at llmstxt.org.
    /// - Parameter file: the name of the file that `text()` is written to.
    package func index(file: String) -> String {
        var lines = ["# " + MarkdownText.escaped(source.configuration.title)]
        if let summary = source.configuration.summary {
            lines += ["", "> " + MarkdownText.escaped(summary).trimmingBlanks]
        }
        lines += ["", "The whole book with its results is [one file](\(MarkdownText.address(file)))."]
        var part: String?
        for (place, page) in source.pages.pages.enumerated() {
            if place == 0 || page.part != part {
                part = page.part
                lines += ["", "## " + MarkdownText.escaped(part ?? (place == 0 ? "Chapters" : "More")), ""]
            }
            lines.append(line(of: page, file: file))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func line(of page: BookPages.Page, file: String) -> String {
        let words = [page.label, page.title].compactMap { $0 }.joined(separator: ": ")
        let summary = page.summary.map { ": " + MarkdownText.escaped($0).trimmingBlanks } ?? ""
        let address = MarkdownText.address(file) + "#" + Self.anchor(words)
        return "- [\(MarkdownText.escaped(words))](\(address))\(summary)"
    }

    /// The anchor that forges give a heading: in lower case, blanks as hyphens, without punctuation.
    private static func anchor(_ heading: String) -> String {
        let kept = heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
        return kept.replacing(" ", with: "-")
    }
}
