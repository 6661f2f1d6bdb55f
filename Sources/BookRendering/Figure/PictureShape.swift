/// Shapes told in fewer words.
enum PictureShape {
    /// Where a transformation that only moves leads, in hundredths of a pixel; `nil` for any other.
    static func translation(_ transform: String?) -> (x: Int, y: Int)? {
        guard let transform, let match = transform.wholeMatch(of: /translate\(([^,()]+),([^,()]+)\)/),
            let x = Double(match.output.1).flatMap(PictureNumber.hundredths),
            let y = Double(match.output.2).flatMap(PictureNumber.hundredths)
        else { return nil }
        return (x, y)
    }

    /// One movement for two, the inner one within the outer one.
    static func joined(_ outer: String?, _ inner: String?) -> String? {
        guard let outer = translation(outer), let inner = translation(inner) else { return nil }
        return moving(outer.x + inner.x, outer.y + inner.y)
    }

    private static func moving(_ x: Int, _ y: Int) -> String {
        "translate(\(PictureNumber.text(hundredths: x)),\(PictureNumber.text(hundredths: y)))"
    }

    static func simplify(_ element: inout PictureElement) {
        switch element.name {
        case "path": circle(&element)
        case "line": line(&element)
        default: break
        }
    }

    /// A path that goes around a circle as a circle.
    private static func circle(_ element: inout PictureElement) {
        guard let data = element["d"], let radius = PicturePath(data)?.circleRadius,
            let hundredths = PictureNumber.hundredths(radius)
        else { return }
        let place = translation(element["transform"])
        guard place != nil || !element.has("transform") else { return }
        let others = element.attributes.filter { $0.name != "d" && $0.name != "transform" }
        element = PictureElement(name: "circle")
        element["cx"] = place.flatMap { $0.x == 0 ? nil : PictureNumber.text(hundredths: $0.x) }
        element["cy"] = place.flatMap { $0.y == 0 ? nil : PictureNumber.text(hundredths: $0.y) }
        element["r"] = PictureNumber.text(hundredths: hundredths)
        element.attributes += others
    }

    /// A straight line as a path, which can be joined with others.
    private static func line(_ element: inout PictureElement) {
        let ends = ["x1", "y1", "x2", "y2"].map { element.number($0).flatMap(PictureNumber.hundredths) }
        guard let x1 = ends[0], let y1 = ends[1], let x2 = ends[2], let y2 = ends[3] else { return }
        let moved = translation(element["transform"])
        guard moved != nil || !element.has("transform") else { return }
        let (x, y) = moved ?? (0, 0)
        func place(_ value: Int) -> Double { Double(value) / 100 }
        var writer = PicturePath.Writer()
        guard writer.write(.init(command: "M", numbers: [place(x1 + x), place(y1 + y)])),
            writer.write(.init(command: "L", numbers: [place(x2 + x), place(y2 + y)]))
        else { return }
        let gone = ["x1", "y1", "x2", "y2", "transform", "fill"]
        let others = element.attributes.filter { !gone.contains($0.name) }
        element = PictureElement(name: "path")
        element["d"] = writer.text
        element.attributes += others
    }

    /// An opacity that can be passed on from a group to each shape, where it comes to the same: a shape that only
    /// fills or only strokes.
    static func passOnOpacity(_ element: inout PictureElement, fills: Bool, strokes: Bool) {
        guard let opacity = element["opacity"], fills != strokes else { return }
        let name = fills ? "fill-opacity" : "stroke-opacity"
        guard !element.has(name) else { return }
        element["opacity"] = nil
        element[name] = opacity
    }
}
