import BookModel

/// Makes the HTML of a table safe, whoever wrote it: the program of a chapter is not trusted.
package enum TableMarkup {
    private static let elements: Set<String> = [
        "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "span", "em", "strong", "code",
        "sub", "sup",
        "br",
    ]
    /// No table nests deeper; what does could only be meant to slow down the build or the browser.
    private static let deepest = 32
    private static let scopes: Set<String> = ["row", "col", "rowgroup", "colgroup"]

    /// The address on the page for the destination of a link; `nil` for one that the book does not have.
    package typealias Links = (String) -> String?

    /// The markup with the elements and attributes of tables only; everything else in it becomes text.
    ///
    /// Of a link whose destination `links` does not know, only the text is left.
    ///
    /// Every element that is opened is closed, and nothing is closed that was not opened here, so that the
    /// result stays inside the element that holds it.
    package static func sanitized(_ markup: String, links: Links = { _ in nil }) -> HTML {
        render(MarkupTokenizer.tokens(of: markup), links: links)
    }

    static func render(_ tokens: [MarkupToken], links: Links) -> HTML {
        var result = HTML.empty
        var open: [String] = []
        // Where no link is made, its end is not one either.
        var hasLink = false
        for token in tokens {
            switch token {
            case .text(let text):
                result += HTML(text: text)
            case .open("a", let attributes, false) where !open.contains("a") && open.count < deepest:
                let destination = attributes.first { $0.name == "href" }?.value
                hasLink = false
                guard let address = destination.flatMap(links) else { continue }
                result += "<a class=\"reference\" href=\"\(address)\">"
                open.append("a")
                hasLink = true
            case .close("a") where !hasLink: continue
            case .open(let name, let attributes, _) where elements.contains(name) && open.count < deepest:
                result += "<\(name)\(safe(attributes))>"
                if name != "br" { open.append(name) }
            case .close(let name) where open.contains(name):
                while let last = open.popLast() {
                    result += "</\(last)>"
                    if last == name { break }
                }
            case .open, .close:
                result += HTML(text: token.source)
            }
        }
        for name in open.reversed() { result += "</\(name)>" }
        return result
    }

    private static func safe(_ attributes: [MarkupToken.Attribute]) -> HTML {
        var result = HTML.empty
        var seen: Set<String> = []
        for attribute in attributes where isSafe(attribute) && seen.insert(attribute.name).inserted {
            result += " \(HTML(trusted: attribute.name))=\"\(attribute.value)\""
        }
        return result
    }

    private static func isSafe(_ attribute: MarkupToken.Attribute) -> Bool {
        switch attribute.name {
        case "scope": scopes.contains(attribute.value)
        case "colspan", "rowspan": (1...1000).contains(Int(attribute.value) ?? 0)
        case "class": attribute.value.wholeMatch(of: /[a-z][a-z0-9\- ]{0,60}/) != nil
        default: false
        }
    }
}

extension MarkupToken {
    /// The token as markup again.
    var source: String {
        switch self {
        case .text(let text): text
        case .close(let name): "</\(name)>"
        case .open(let name, let attributes, let isSelfClosing):
            "<\(name)" + attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
                + (isSelfClosing ? "/>" : ">")
        }
    }
}
