import BookModel
import BookRendering

/// A chapter as a notebook of Jupyter, nbformat 4.5.
///
/// Source: the JSON schema nbformat.v4.5 of the package nbformat.
package struct NotebookDocument {
    private let page: BookPages.Page
    private let cells: ChapterCells
    private let pictures: NotebookPictures
    private let files: [String: String]
    private var ids: Set<String> = []
    private var json: [JSONText] = []
    private var count = 0
    /// The cells of the chapter that are written already.
    private var written = 0

    /// The notebooks of a book, by the names of their files.
    package static func notebooks(_ source: ExportSource) -> [String: [UInt8]] {
        let pages = source.pages.pages.filter { source.index.entry($0.stem)?.page == $0.path }
        let files = Dictionary(
            pages.map { ($0.path, $0.stem + ".ipynb") }, uniquingKeysWith: { first, _ in first })
        return Dictionary(
            pages.map { page in
                var notebook = NotebookDocument(page, source, files: files)
                return (page.stem + ".ipynb", Array(notebook.text().utf8))
            }, uniquingKeysWith: { first, _ in first })
    }

    private init(_ page: BookPages.Page, _ source: ExportSource, files: [String: String]) {
        self.page = page
        self.files = files
        cells = source.cells(of: page)
        pictures = NotebookPictures(SiteAssets(files: source.site.files), page: page.path)
    }

    private mutating func text() -> String {
        // Cells stand at the top of a page, never within something else.
        var rest = page.main.children[...]
        while !rest.isEmpty {
            let prose = rest.prefix { cells.place(ofBox: $0.element?["id"]) == nil }
            addText(writer.blocks(Array(prose)))
            rest = rest.dropFirst(prose.count)
            if let box = rest.popFirst(), let place = cells.place(ofBox: box.element?["id"]) {
                addCells(through: place)
            }
        }
        addCells(through: cells.cells.count - 1)
        let kernel: JSONText = .object([
            "name": .string("swift"), "display_name": .string("Swift"), "language": .string("swift"),
        ])
        let language: JSONText = .object([
            "name": .string("swift"), "file_extension": .string(".swift"),
            "mimetype": .string("text/x-swift"),
            "codemirror_mode": .string("swift"),
        ])
        return JSONText.object([
            "cells": .array(json), "nbformat": .integer(4), "nbformat_minor": .integer(5),
            "metadata": .object([
                "kernelspec": kernel, "language_info": language, "title": .string(page.heading),
            ]),
        ]).text
    }

    private var writer: MarkdownWriter {
        MarkdownWriter(
            dialect: MarkdownDialect(
                hasAnchors: true, headingShift: 0, notePrefix: "", address: address,
                image: pictures.markdown(of:), language: cells.language(of:),
                cell: { _ in "" }))
    }

    private func address(_ link: String) -> String? {
        guard let target = PageAddress(link, on: page.path) else { return WebAddress.valid(link) }
        guard let file = files[target.file] else { return nil }
        let fragment = target.fragment.map { "#" + $0 } ?? ""
        return target.file == page.path && !fragment.isEmpty
            ? fragment : MarkdownText.percentEncoded(file) + fragment
    }

    private mutating func addText(_ text: String) {
        guard !text.isEmpty else { return }
        let kind: [String: JSONText] = ["cell_type": .string("markdown"), "metadata": .object([:])]
        var cell = kind.merging(["id": .string(freeID("text")), "source": JSONText.lines(text)]) { $1 }
        let attachments = pictures.attachments(of: text)
        if !attachments.isEmpty { cell["attachments"] = .object(attachments) }
        json.append(.object(cell))
    }

    /// Adds the cells up to this place that are not yet there: those that the page hides come before the next one
    /// that it shows, since that may need them.
    private mutating func addCells(through last: Int) {
        while written <= last {
            add(cells.cells[written])
            written += 1
        }
    }

    private mutating func add(_ shown: ShownCell) {
        let runs = shown.cell.flags.isDisjoint(with: [.compile, .fails])
        if runs { count += 1 }
        json.append(
            .object([
                "cell_type": .string("code"), "id": .string(freeID(shown.cell.id)),
                "metadata": Self.metadata(of: shown), "execution_count": runs ? .integer(count) : .null,
                "source": JSONText.lines(shown.cell.shownCode),
                "outputs": .array(NotebookOutputs(shown: shown).json()),
            ]))
        if let caption = shown.caption {
            let words = writer.paragraph(caption.children)
            let anchor = shown.exhibit.flatMap(writer.anchor(of:)) ?? ""
            addText(anchor + words)
        }
    }

    /// What readers of notebooks know: hidden sources, and the tags of Jupyter Book and nbconvert.
    private static func metadata(of shown: ShownCell) -> JSONText {
        let flags = shown.cell.flags
        var tags: [String] = []
        var metadata: [String: JSONText] = [:]
        if shown.box == nil { tags.append("hide-cell") }
        if flags.contains(.folded) { tags.append("hide-input") }
        if !flags.isDisjoint(with: [.fails, .throws, .traps]) { tags.append("raises-exception") }
        if flags.contains(.parameters) { tags.append("parameters") }
        if shown.box == nil || flags.contains(.folded) {
            metadata["jupyter"] = .object(["source_hidden": .boolean(true)])
        }
        if !tags.isEmpty { metadata["tags"] = .array(tags.map(JSONText.string)) }
        return .object(metadata)
    }

    /// An id that the format allows and no other cell of the notebook has.
    private mutating func freeID(_ name: String) -> String {
        let plain = String(
            name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) ? $0 : "-" }.prefix(50)
        )
        var id = name == "text" ? "text-1" : plain
        var count = 1
        while !ids.insert(id).inserted {
            count += 1
            id = "\(plain)-\(count)"
        }
        return id
    }
}
