/// An element of a picture: only drawing, as `PictureReader` lets it through.
struct PictureElement: Hashable {
    var name: String
    var attributes: [MarkupToken.Attribute] = []
    var children: [Child] = []

    enum Child: Hashable {
        case element(PictureElement)
        case text(String)
    }

    subscript(name: String) -> String? {
        get { attributes.first { $0.name == name }?.value }
        set {
            let place = attributes.firstIndex { $0.name == name }
            switch (place, newValue) {
            case (let place?, let value?): attributes[place].value = value
            case (let place?, nil): attributes.remove(at: place)
            case (nil, let value?): attributes.append(MarkupToken.Attribute(name: name, value: value))
            case (nil, nil): break
            }
        }
    }

    func has(_ name: String) -> Bool { attributes.contains { $0.name == name } }

    /// A number without a unit, or in pixels; `nil` when the attribute is another thing, 0 when it is missing.
    func number(_ name: String) -> Double? {
        guard let text = self[name] else { return 0 }
        return Double(text.hasSuffix("px") ? String(text.dropLast(2)) : text)
    }

    var html: HTML {
        var start = HTML(trusted: "<\(name)")
        for attribute in attributes {
            start += " \(HTML(trusted: attribute.name))=\"\(attribute.value)\""
        }
        guard !children.isEmpty else { return start + "/>" }
        start += ">"
        for child in children {
            switch child {
            case .element(let element): start += element.html
            case .text(let text): start += HTML(text: text)
            }
        }
        return start + HTML(trusted: "</\(name)>")
    }
}
