/// The converter's SVG as part of a page: only drawing is let through, in the colours of the page's theme,
/// with the title and the description that the converter leaves out.
struct PictureMarkup {
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

    /// Starts each `id` of the picture, so that two pictures on a page do not share one.
    private let prefix: String
    /// The picture's own ids, in the order in which they come. The converter counts them through all that it
    /// has drawn, and a page must not depend on what was drawn before.
    private var ids: [String] = []

    /// - Returns: `nil` when the text is no picture.
    static func html(_ svg: String, id: String, title: String, description: String) -> HTML? {
        let tokens = MarkupTokenizer.tokens(of: svg)
        guard case .open("svg", let root, _)? = tokens.first else { return nil }
        func size(_ name: String) -> Int {
            let value = root.first { $0.name == name }.map(\.value).flatMap(Double.init) ?? 0
            return (0...100_000).contains(value) ? Int(value.rounded(.up)) : 0
        }
        let (width, height) = (size("width"), size("height"))
        var picture = PictureMarkup(prefix: id)
        return """
            <svg class="picture" xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-desc">\
            <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(description)</desc>\
            \(picture.drawing(tokens.dropFirst()))</svg>
            """
    }

    private init(prefix: String) {
        self.prefix = prefix
    }

    private mutating func drawing(_ tokens: ArraySlice<MarkupToken>) -> HTML {
        var result = HTML.empty
        var open: [String] = []
        for token in tokens {
            switch token {
            case .text(let text):
                if open.last == "text" || open.last == "tspan" { result += HTML(text: text) }
            case .open(let name, let attributes, let isSelfClosing) where Self.elements.contains(name):
                result += "<\(name)\(safe(attributes))"
                result += isSelfClosing ? "/>" : ">"
                if !isSelfClosing { open.append(name) }
            case .close(let name) where open.last == name:
                open.removeLast()
                result += "</\(name)>"
            case .open, .close:
                continue
            }
        }
        for name in open.reversed() { result += "</\(name)>" }
        return result
    }

    private mutating func safe(_ given: [MarkupToken.Attribute]) -> HTML {
        var result = HTML.empty
        for attribute in given where Self.attributes.contains(attribute.name) {
            if let value = safe(attribute) { result += " \(attribute.name)=\"\(value)\"" }
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
        case _ where value.lowercased().contains("url("):
            let match = value.wholeMatch(of: /url\(["']?#([A-Za-z0-9_\-]+)["']?\)/)
            return match.map { "url(#\(own(String($0.output.1))))" }
        case "fill", "stroke", "stop-color":
            return FigurePalette.themed(value)
        default:
            return value
        }
    }

    /// The page's id for an id of the picture.
    private mutating func own(_ id: String) -> String {
        let place = ids.firstIndex(of: id) ?? ids.count
        if place == ids.count { ids.append(id) }
        return "\(prefix)-\(place + 1)"
    }
}
