/// The pages of the book as parts of one page.
struct OneFileBody {
    let addresses: OneFileAddresses
    let assets: SiteAssets
    /// Whether what readers can unfold is open, for a form in which nothing can be clicked.
    let unfolds: Bool

    /// The attributes that name elements of the same page, each one name or several.
    private static let naming: Set<String> = [
        "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns",
    ]

    /// A page as an article of the file.
    func article(_ page: BookPages.Page, class name: String) -> MarkupElement {
        var article = MarkupElement("article", ["class": name])
        article["id"] = addresses.anchor(of: nil, on: page.path)
        article.children = part(page.main, of: page.path, demoting: name != "front").children
        // Each page may have a part with notes: a landmark of the file needs a name that no other has.
        return article.mapping { element in
            guard element.name == "section", let label = element["aria-label"] else {
                return [.element(element)]
            }
            var element = element
            element["aria-label"] = "\(label): \(page.heading)"
            return [.element(element)]
        }
    }

    /// A part of a page, with the names and addresses that it has in the file.
    func part(_ element: MarkupElement, of page: String, demoting: Bool = false) -> MarkupElement {
        let pruned = element.pruningContents { addresses.destination(of: $0, on: page) == .absent }
        return pruned.mapping { adapted($0, of: page, demoting: demoting) }
    }

    private func adapted(_ element: MarkupElement, of page: String, demoting: Bool) -> [MarkupNode] {
        var element = element
        for index in element.attributes.indices {
            let attribute = element.attributes[index]
            element.attributes[index].value = value(of: attribute, on: page)
        }
        if let source = element["src"], element.name == "img" {
            element["src"] = assets.inlined(source, on: page)
        }
        if unfolds, element.name == "details" { element["open"] = "" }
        if demoting, let level = element.headingLevel {
            element.name = "h\(min(6, level + 1))"
            element["data-level"] = String(level)
        }
        guard element.name == "a", let address = element["href"] else { return [.element(element)] }
        switch addresses.destination(of: address, on: page) {
        case .anchor(let anchor): element["href"] = "#" + anchor
        case .outside:
            guard let valid = WebAddress.valid(address) else { return element.children }
            element["href"] = valid
        case .absent: return element.children
        case .file(let file):
            element["href"] = assets.inlined(address, on: page)
            element["download"] = file.split(separator: "/").last.map(String.init)
        }
        return [.element(element)]
    }

    private func value(of attribute: MarkupElement.Attribute, on page: String) -> String {
        func own(_ name: String) -> String { addresses.anchor(of: name, on: page) ?? name }
        switch attribute.name {
        case "id": return own(attribute.value)
        case "xlink:href" where attribute.value.hasPrefix("#"):
            return "#" + own(String(attribute.value.dropFirst()))
        case let name where Self.naming.contains(name):
            return attribute.value.split(separator: " ").map { own(String($0)) }.joined(separator: " ")
        default:
            guard attribute.value.hasPrefix("url(#"), attribute.value.hasSuffix(")") else {
                return attribute.value
            }
            return "url(#\(own(String(attribute.value.dropFirst(5).dropLast()))))"
        }
    }
}

extension MarkupElement {
    /// 1 for `<h1>`; `nil` for what is no heading.
    var headingLevel: Int? {
        guard name.count == 2, name.hasPrefix("h"), let level = name.last?.wholeNumberValue, level <= 6,
            level > 0
        else { return nil }
        return level
    }
}
