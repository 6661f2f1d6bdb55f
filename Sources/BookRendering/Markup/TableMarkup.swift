import BookModel

/// Makes the HTML of a table safe, whoever wrote it: the program of a chapter is not trusted.
package enum TableMarkup {
    private static let elements: Set<String> = [
        "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "span", "em", "strong", "code",
        "sub", "sup",
        "br",
    ]
    private static let scopes: Set<String> = ["row", "col", "rowgroup", "colgroup"]

    /// The address on the page for the destination of a link; `nil` for one that the book does not have.
    package typealias Links = (String) -> String?

    /// The markup with the elements and attributes of tables only; everything else in it becomes text.
    ///
    /// Of a link whose destination `links` does not know, only the text is left.
    ///
    /// Every element that is opened is closed, and nothing is closed that was not opened here, so that the
    /// result stays inside the element that holds it. Elements stand only where HTML has them.
    package static func sanitized(_ markup: String, links: Links = { _ in nil }) -> HTML {
        render(MarkupTokenizer.tokens(of: markup), links: links)
    }

    static func render(_ tokens: [MarkupToken], links: Links) -> HTML {
        var result = HTML.empty
        var nesting = TableNesting()
        // Where no link is made, its end is not one either.
        var hasLink = false
        func close(_ names: [String]) {
            for name in names { result += "</\(name)>" }
        }
        func add(text: String) {
            // A browser would move text between rows before the table; here the table ends with it.
            if !text.allSatisfy(\.isWhitespace) {
                while !nesting.allowsText, let ended = nesting.closing("table") { close(ended) }
            }
            result += HTML(text: text)
        }
        for token in tokens {
            switch token {
            case .text(let text): add(text: text)
            case .open("a", let attributes, false) where nesting.allowsText && !nesting.open.contains("a"):
                let destination = attributes.first { $0.name == "href" }?.value
                hasLink = false
                guard let address = destination.flatMap(links), let ended = nesting.opening("a") else {
                    continue
                }
                close(ended)
                result += "<a class=\"reference\" href=\"\(address)\">"
                hasLink = true
            case .close("a") where !hasLink: continue
            case .open(let name, let attributes, _):
                guard elements.contains(name), let ended = nesting.opening(name) else {
                    add(text: token.source)
                    continue
                }
                close(ended)
                result += "<\(name)\(safe(attributes))>"
            case .close(let name):
                if let ended = nesting.closing(name) { close(ended) } else { add(text: token.source) }
            }
        }
        close(nesting.open.reversed())
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
        case "class": isClass(attribute.value)
        default: false
        }
    }
}

extension TableMarkup {
    /// Small letters, digits, hyphens and blanks behind a letter.
    private static func isClass(_ value: String) -> Bool {
        let bytes = value.utf8
        guard let first = bytes.first, (1...61).contains(bytes.count) else { return false }
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
        return isLetter(first)
            && bytes.allSatisfy { byte in
                isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
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
