/// A page of the book as a document of an EPUB: nothing that scrolls, folds or runs, formulas as MathML, figures
/// as files of their own.
struct EPUBPage {
    let names: EPUBNames
    let pictures: EPUBPictures
    let page: BookPages.Page

    /// What only a browser's page needs.
    private static let left: Set<String> = ["anchor", "side-note", "copy", "skip", "run", "more"]

    /// The content of the page.
    func content() -> [MarkupNode] {
        page.main.mapping(adapted).children
    }

    private func adapted(_ element: MarkupElement) -> [MarkupNode] {
        if element.classes.contains(where: { Self.left.contains(String($0)) }) { return [] }
        var element = element
        element["tabindex"] = nil
        // The style sheet of the pages, which such a style is for, is not there.
        if element.name != "image" { element["style"] = nil }
        if element["role"] == "group" {
            element["role"] = nil
            element["aria-label"] = nil
        }
        switch element.name {
        case "script", "style", "button", "template": return []
        case "svg" where element.hasClass("picture"): return [.element(pictures.adding(element, of: page))]
        case "img": return [pictures.adding(image: element, of: page)]
        case "span" where element.hasClass("katex"): return EPUBFormula.nodes(of: element)
        case "span" where element.hasClass("katex-display"): return element.children
        case "details":
            element.name = "div"
            element["open"] = nil
        case "summary":
            element.name = "p"
            element["class"] = "fold-label"
        case "a": return link(element)
        case "sup" where element.hasClass("note-mark"): return [.element(Self.noteMark(element))]
        case "section" where element.hasClass("end-notes"):
            element["epub:type"] = "endnotes"
            element["role"] = "doc-endnotes"
        default: break
        }
        return [.element(element)]
    }

    /// A call of a note, which readers show beside the text.
    private static func noteMark(_ element: MarkupElement) -> MarkupElement {
        element.mapping { link in
            guard link.name == "a" else { return [.element(link)] }
            var link = link
            link["epub:type"] = "noteref"
            link["role"] = "doc-noteref"
            return [.element(link)]
        }
    }

    private func link(_ element: MarkupElement) -> [MarkupNode] {
        var element = element
        element["download"] = nil
        guard let href = element["href"] else { return [.element(element)] }
        guard let address = names.address(of: href, on: page.path) else {
            // The text stays, and the place, should something point to it.
            element.name = "span"
            element["href"] = nil
            element["rel"] = nil
            return [.element(element)]
        }
        element["href"] = address
        return [.element(element)]
    }

    /// The page as a document.
    func document() -> String {
        var section = MarkupElement("section", ["epub:type": page.label == nil ? "backmatter" : "chapter"])
        if page.label != nil { section["role"] = "doc-chapter" }
        section.children = content()
        return Self.document(title: page.heading, body: section.text(.xml))
    }

    static func document(title: String, body: String) -> String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
        <head>
        <meta charset="utf-8"/>
        <title>\(CharacterCare.escaped(title))</title>
        <link rel="stylesheet" type="text/css" href="\(EPUBNames.style)"/>
        </head>
        <body>
        \(body)
        </body>
        </html>

        """
    }
}
