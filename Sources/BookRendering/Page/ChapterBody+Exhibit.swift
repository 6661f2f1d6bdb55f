import BookModel
import Foundation

extension ChapterBody {
    /// A Vega-Lite figure and the line below it, or why it cannot be drawn.
    func figure(
        _ specification: String, of cell: Cell
    ) -> Result<(picture: HTML, tools: HTML), FigureConverter.Failure> {
        let parts = tools.figures.parts(of: specification)
        let alternative = self.alternative(for: cell, orElse: parts.description)
        let caption = cell.options.caption.map(Inline.plainText)
        let title = parts.title ?? caption ?? "Figure"
        if let title = parts.title { figureTitles[cell.id, default: []].append(title) }
        do throws(FigureConverter.Failure) {
            let drawing = try tools.figures.drawing(of: specification)
            pictureCount += 1
            let picture = PictureMarkup.html(
                drawing, id: "picture-\(pictureCount)", title: title, description: alternative)
            guard let picture else {
                throw FigureConverter.Failure.rejected(reason: "the converter gave no picture")
            }
            let offer = tools.figureFiles.add(parts, of: cell.id)
            let box: HTML =
                "<div class=\"picture-box\"\(ScrollBox.attributes(label: title))>\(picture)</div>\n"
            return .success((box, FigureLine.html(offer, title: title)))
        } catch {
            tools.log.add(diagnostic(for: error, of: cell))
            return .failure(error)
        }
    }

    /// A picture that a program drew. As the source of an image, it can neither run scripts nor load
    /// anything.
    func image(_ svg: String, type: String, of cell: Cell) -> HTML {
        let data = Data(svg.utf8).base64EncodedString()
        let alternative = self.alternative(for: cell, orElse: nil)
        return """
            <div class="picture-box"><img class="picture" src="data:\(type);base64,\(data)" \
            alt="\(alternative)"></div>

            """
    }

    /// A picture in base64; `nil` when it is not.
    func image(base64 text: String, type: String, of cell: Cell) -> HTML? {
        guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty else {
            return nil
        }
        let alternative = self.alternative(for: cell, orElse: nil)
        return """
            <div class="picture-box"><img class="picture" \
            src="data:\(type);base64,\(data.base64EncodedString())" alt="\(alternative)"></div>

            """
    }

    /// A table that a program displayed.
    func valueTable(_ markup: String, of cell: Cell) -> HTML {
        let table = chosenColumns(of: markup, cell) ?? TableMarkup.sanitized(markup, links: links(of: cell))
        let label = cell.options.caption.map(Inline.plainText) ?? "Table"
        let box: HTML = "<div class=\"table-box\"\(ScrollBox.attributes(label: label))>\(table)</div>\n"
        return LongBlock.table(box, of: cell)
    }

    /// The table with the columns of the cell's option `columns`; `nil` when it has none, or names one that
    /// is not there.
    private func chosenColumns(of markup: String, _ cell: Cell) -> HTML? {
        guard !cell.options.columns.isEmpty else { return nil }
        let columns = TableColumns(of: markup)
        let unknown = cell.options.columns.filter { !columns.headings.contains($0) }
        guard let first = unknown.first else {
            return columns.choosing(cell.options.columns, links: links(of: cell))
        }
        let nearest = Spelling.nearest(to: first, among: columns.headings)
        tools.log.add(
            Diagnostic(
                .error, "unknown-column", file: chapter.file,
                range: cell.options.ranges[.columns] ?? cell.range,
                "the table of cell '\(cell.id)' has no column '\(first)'",
                repairs: nearest.map { ["did you mean '\($0)'?"] }
                    ?? ["the columns are \(columns.headings.map { "'\($0)'" }.joined(separator: ", "))"],
                cell: cell.id))
        return nil
    }

    /// Where the links of a cell's tables lead, which the parser could not check.
    private func links(of cell: Cell) -> TableMarkup.Links {
        { [self] destination in
            if let reference = CrossReference(destination: destination),
                let found = tools.book.destination(of: reference)
            {
                return inlines.address(of: found)
            }
            let names = tools.book.chapterFiles()
            tools.log.add(
                Diagnostic(
                    .error, "unknown-reference", file: chapter.file, range: cell.range,
                    "a table of cell '\(cell.id)' leads to '\(destination)', which the book does not have",
                    repairs: Spelling.nearest(to: destination, among: names).map { ["did you mean '\($0)'?"] }
                        ?? ["link to a chapter's file or to '#name'"], cell: cell.id))
            return nil
        }
    }

    private func alternative(for cell: Cell, orElse given: String?) -> String {
        if let text = cell.options.alt ?? given, !text.allSatisfy(\.isWhitespace) { return text }
        tools.log.add(
            Diagnostic(
                .error, "missing-alt", file: chapter.file, range: cell.options.ranges[.label] ?? cell.range,
                "the figure of cell '\(cell.id)' has no text for readers who do not see it",
                repairs: ["add '//| alt: …' at the top of the cell, or a description to the plot"],
                cell: cell.id))
        return cell.options.caption.map(Inline.plainText) ?? ""
    }

    private func diagnostic(for failure: FigureConverter.Failure, of cell: Cell) -> Diagnostic {
        let place = SourceRange(line: cell.range.start.line, column: cell.range.start.column, length: 3)
        switch failure {
        case .unavailable(let reason):
            return Diagnostic(
                .error, "missing-figure-converter", file: chapter.file, range: place,
                "figures are shown as text, because vl-convert does not run here: \(reason)",
                repairs: ["run 'book doctor', which says how to install it"], cell: cell.id)
        case .rejected(let reason):
            return Diagnostic(
                .error, "invalid-figure", file: chapter.file, range: place,
                "the figure of cell '\(cell.id)' cannot be drawn: \(reason)", cell: cell.id)
        }
    }
}
