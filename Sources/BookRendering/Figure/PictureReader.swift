/// Reads the converter's SVG: only drawing is let through, in the colours of the page's theme.
struct PictureReader {
    private static let elements: Set<String> = [
        "g", "path", "line", "rect", "circle", "ellipse", "polygon", "polyline", "text", "tspan", "image",
        "defs",
        "clipPath", "linearGradient", "radialGradient", "stop",
    ]
    private static let attributes: Set<String> = [
        "d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "dx", "dy", "r", "rx", "ry", "width", "height",
        "points",
        "transform", "opacity", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity",
        "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
        "text-anchor", "dominant-baseline", "font-size", "font-weight", "font-style", "offset", "stop-color",
        "stop-opacity", "gradientUnits", "clip-path", "preserveAspectRatio", "id", "display", "href",
        "xlink:href",
        "style",
    ]

    /// Starts each name of an element, until a page puts its own there: a character without a meaning, which
    /// is taken out of what the converter gives.
    static let idMark = "\u{F8FE}"

    /// The picture's own ids, in the order in which they come. The converter counts them through all that it
    /// has drawn, and a page must not depend on what was drawn before.
    private var ids: [String] = []

    /// The size of a picture, in whole CSS pixels, and what it draws; `nil` when the text is no picture.
    static func read(_ svg: String) -> (width: Int, height: Int, content: [PictureElement.Child])? {
        let tokens = MarkupTokenizer.tokens(of: svg)
        guard case .open("svg", let root, _)? = tokens.first else { return nil }
        func size(_ name: String) -> Int {
            let value = root.first { $0.name == name }.map(\.value).flatMap(Double.init) ?? 0
            return (0...100_000).contains(value) ? Int(value.rounded(.up)) : 0
        }
        var reader = PictureReader()
        return (size("width"), size("height"), reader.content(tokens.dropFirst()))
    }

    private mutating func content(_ tokens: ArraySlice<MarkupToken>) -> [PictureElement.Child] {
        // The last one is the innermost that is open; the first one stands for the picture.
        var open = [PictureElement(name: "svg")]
        func isText(_ name: String) -> Bool { name == "text" || name == "tspan" }
        func close() {
            let element = open.removeLast()
            open[open.count - 1].children.append(.element(element))
        }
        for token in tokens {
            let inner = open[open.count - 1].name
            switch token {
            case .text(let text):
                if isText(inner) {
                    open[open.count - 1].children.append(.text(text.replacing(Self.idMark, with: "")))
                }
            case .open(let name, let attributes, let isSelfClosing) where Self.elements.contains(name):
                open.append(PictureElement(name: name, attributes: safe(attributes)))
                if isSelfClosing { close() }
            case .close(let name) where open.count > 1 && inner == name:
                close()
            case .open, .close:
                continue
            }
        }
        while open.count > 1 { close() }
        return open[0].children
    }

    private mutating func safe(_ given: [MarkupToken.Attribute]) -> [MarkupToken.Attribute] {
        var result: [MarkupToken.Attribute] = []
        for attribute in given where Self.attributes.contains(attribute.name) {
            guard !attribute.value.contains(Self.idMark), let value = safe(attribute) else { continue }
            result.append(MarkupToken.Attribute(name: attribute.name, value: value))
        }
        return result
    }

    private mutating func safe(_ attribute: MarkupToken.Attribute) -> String? {
        let value = attribute.value
        switch attribute.name {
        case "id":
            return own(value)
        case "href", "xlink:href":
            if value.hasPrefix("#") { return "#" + own(String(value.dropFirst())) }
            let isData =
                value.wholeMatch(of: /data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+\/=]*/) != nil
            return isData ? value : nil
        case "style":
            return value.contains("image-rendering: pixelated") ? "image-rendering: pixelated" : nil
        case "fill", "stroke", "stop-color", "clip-path":
            guard !value.lowercased().contains("url(") else { return reference(value) }
            return attribute.name == "clip-path" ? value : FigurePalette.themed(PictureNumber.colour(value))
        case _ where value.lowercased().contains("url("):
            return reference(value)
        default:
            return value
        }
    }

    private mutating func reference(_ value: String) -> String? {
        let match = value.wholeMatch(of: /url\(["']?#([A-Za-z0-9_\-]+)["']?\)/)
        return match.map { "url(#\(own(String($0.output.1))))" }
    }

    /// The page's id for an id of the picture.
    private mutating func own(_ id: String) -> String {
        let place = ids.firstIndex(of: id) ?? ids.count
        if place == ids.count { ids.append(id) }
        return "\(Self.idMark)\(place + 1)"
    }
}
