/// The converter's SVG as part of a page: only drawing is let through, in the colours of the page's theme, with the
/// title and the description that the converter leaves out.
enum PictureMarkup {
    private static let elements: Set<String> = [
        "g", "path", "line", "rect", "circle", "ellipse", "polygon", "polyline", "text", "tspan", "image", "defs",
        "clipPath", "linearGradient", "radialGradient", "stop",
    ]
    private static let attributes: Set<String> = [
        "d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "dx", "dy", "r", "rx", "ry", "width", "height", "points",
        "transform", "opacity", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity",
        "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
        "text-anchor", "dominant-baseline", "font-size", "font-weight", "font-style", "offset", "stop-color",
        "stop-opacity", "gradientUnits", "clip-path", "preserveAspectRatio", "id", "display", "href", "xlink:href",
        "style",
    ]

    /// - Parameter id: starts each `id` of the picture, so that two pictures on a page do not share one.
    /// - Returns: `nil` when the text is no picture.
    static func html(_ svg: String, id: String, title: String, description: String) -> HTML? {
        let tokens = MarkupTokenizer.tokens(of: svg)
        guard case .open("svg", let root, _)? = tokens.first else { return nil }
        func size(_ name: String) -> String {
            root.first { $0.name == name }.map(\.value).flatMap(Double.init).map { String(Int($0.rounded(.up))) } ?? "0"
        }
        let (width, height) = (size("width"), size("height"))
        var result: HTML = """
            <svg class="picture" xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-desc">\
            <title id="\(id)-title">\(title)</title><desc id="\(id)-desc">\(description)</desc>
            """
        result += drawing(tokens.dropFirst(), id: id)
        return result + "</svg>"
    }

    private static func drawing(_ tokens: ArraySlice<MarkupToken>, id: String) -> HTML {
        var result = HTML.empty
        var open: [String] = []
        for token in tokens {
            switch token {
            case .text(let text):
                if open.last == "text" || open.last == "tspan" { result += HTML(text: text) }
            case .open(let name, let attributes, let isSelfClosing) where elements.contains(name):
                result += "<\(name)\(safe(attributes, id: id))"
                if isSelfClosing {
                    result += "/>"
                } else {
                    result += ">"
                    open.append(name)
                }
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

    private static func safe(_ given: [MarkupToken.Attribute], id: String) -> HTML {
        var result = HTML.empty
        for attribute in given where attributes.contains(attribute.name) {
            guard let value = safe(attribute, id: id) else { continue }
            result += " \(HTML(text: attribute.name))=\"\(value)\""
        }
        return result
    }

    private static func safe(_ attribute: MarkupToken.Attribute, id: String) -> String? {
        let value = attribute.value
        switch attribute.name {
        case "id":
            return "\(id)-\(value)"
        case "href", "xlink:href":
            if value.hasPrefix("#") { return "#\(id)-\(value.dropFirst())" }
            return value.wholeMatch(of: /data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+\/=]*/) == nil ? nil : value
        case "style":
            return value.contains("image-rendering: pixelated") ? "image-rendering: pixelated" : nil
        case _ where value.lowercased().contains("url("):
            guard let match = value.wholeMatch(of: /url\(["']?#([A-Za-z0-9_\-]+)["']?\)/) else { return nil }
            return "url(#\(id)-\(match.output.1))"
        case "fill", "stroke", "stop-color":
            return FigurePalette.themed(value)
        default:
            return value
        }
    }
}
