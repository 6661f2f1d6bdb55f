/// Makes a picture smaller without changing what is seen: the converter writes for programs that read it again.
///
/// Numbers lose the decimals that nothing shows, attributes that say what holds anyway are left out, and so is what
/// draws nothing. Lines and rectangles of one colour become one path; what many neighbours share stands once, on a
/// group around them. The order in which things are drawn stays.
struct PictureCompaction {
    /// Changes when the same picture becomes other markup.
    static let version = "compact 2"

    /// What groups around an element say about it.
    private struct Surroundings {
        var fill = "#000"
        var stroke = "none"
        /// The attributes that some group sets, so that leaving one out would not give its initial value.
        var given: Set<String> = []
        /// Whether it is the shape of a clip, which draws nothing and counts all the same.
        var isDefinition = false
    }

    private static let initial: [String: String] = [
        "fill-opacity": "1", "stroke-opacity": "1", "stroke-width": "1", "text-anchor": "start",
        "font-weight": "normal", "font-style": "normal", "stroke-linecap": "butt", "stroke-linejoin": "miter",
        "stroke-dasharray": "", "stroke-dashoffset": "0",
    ]
    /// Passed on from a group to what is in it.
    static let inherited: Set<String> = Set(initial.keys).union([
        "fill", "stroke", "stroke-miterlimit", "font-size", "dominant-baseline",
    ])
    private static let zeroes: Set<String> = ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy"]
    private static let numbers = zeroes.union([
        "r", "rx", "ry", "width", "height", "dx", "dy", "stroke-width",
    ])
    private static let shapes: Set<String> = [
        "path", "line", "rect", "circle", "ellipse", "polygon", "polyline",
    ]
    private static let definitions: Set<String> = ["defs", "clipPath", "linearGradient", "radialGradient"]

    static func compact(_ content: [PictureElement.Child]) -> [PictureElement.Child] {
        PictureSharing.shared(children(content, in: Surroundings()))
    }

    private static func children(
        _ children: [PictureElement.Child], in surroundings: Surroundings
    ) -> [PictureElement.Child] {
        children.flatMap { child -> [PictureElement.Child] in
            switch child {
            case .text: [child]
            case .element(let element): self.element(element, in: surroundings)
            }
        }
    }

    private static func element(
        _ element: PictureElement, in surroundings: Surroundings
    ) -> [PictureElement.Child] {
        guard element["display"] != "none" else { return [] }
        var element = element
        shorten(&element, in: surroundings)
        if element.name == "g" { return group(element, in: surroundings) }
        if definitions.contains(element.name) {
            var inside = surroundings
            inside.isDefinition = true
            element.children = children(element.children, in: inside)
            return element.children.isEmpty ? [] : [.element(element)]
        }
        if element.name == "text" {
            guard !element.children.isEmpty else { return [] }
            placeWords(&element)
        }
        guard shapes.contains(element.name), !surroundings.isDefinition else { return [.element(element)] }
        let fill = element["fill"] ?? surroundings.fill
        let stroke = element["stroke"] ?? surroundings.stroke
        guard isSeen(fill) || isSeen(stroke) else { return [] }
        if !isSeen(stroke) {
            for name in element.attributes.map(\.name) where name.hasPrefix("stroke-") { element[name] = nil }
        }
        PictureShape.simplify(&element)
        PictureShape.passOnOpacity(&element, fills: isSeen(fill), strokes: isSeen(stroke))
        let path = element["d"].flatMap(PicturePath.init)
        if let path, path.isPoint, !isSeen(stroke) { return [] }
        return [.element(element)]
    }

    private static func isSeen(_ paint: String) -> Bool { paint != "none" && paint != "transparent" }

    private static func group(
        _ group: PictureElement, in surroundings: Surroundings
    ) -> [PictureElement.Child] {
        var (group, inside) = (group, surroundings)
        inside.fill = group["fill"] ?? inside.fill
        inside.stroke = group["stroke"] ?? inside.stroke
        inside.given.formUnion(group.attributes.map(\.name).filter(inherited.contains))
        group.children = PictureSharing.shared(children(group.children, in: inside))
        if group.children.isEmpty { return [] }
        if group.attributes.isEmpty { return group.children }
        guard group.children.count == 1, case .element(var inner) = group.children[0], inner.name == "g"
        else {
            return [.element(group)]
        }
        // A group that only holds a group becomes one with it.
        let names = Set(inner.attributes.map(\.name))
        if names.isSubset(of: inherited), !group.has("opacity"), !group.has("clip-path") {
            for attribute in inner.attributes { group[attribute.name] = attribute.value }
            group.children = inner.children
            return [.element(group)]
        }
        if group.attributes.map(\.name) == ["transform"],
            names.isSubset(of: inherited.union(["transform"])),
            let moved = PictureShape.joined(group["transform"], inner["transform"])
        {
            inner["transform"] = moved
            return [.element(inner)]
        }
        return [.element(group)]
    }

    /// Rounds numbers and leaves out what says nothing.
    private static func shorten(_ element: inout PictureElement, in surroundings: Surroundings) {
        element.attributes = element.attributes.compactMap { attribute in
            var attribute = attribute
            let (name, value) = (attribute.name, attribute.value)
            switch name {
            case "opacity": if value == "1" { return nil }
            case "transform":
                attribute.value = PictureNumber.transform(value)
                if attribute.value == "translate(0,0)" { return nil }
            case "d": attribute.value = PicturePath(value)?.text ?? value
            case "font-size": if value.hasSuffix("px") { attribute.value = String(value.dropLast(2)) }
            case _ where numbers.contains(name): attribute.value = PictureNumber.text(value)
            default: break
            }
            let isZero = zeroes.contains(name) && attribute.value == "0" && element.name != "tspan"
            let isInitial = initial[name] == attribute.value && !surroundings.given.contains(name)
            let isGradient = element.name.hasSuffix("Gradient")
            return (isZero && !isGradient) || isInitial ? nil : attribute
        }
    }

    /// Says where words stand by their own place instead of a transformation.
    private static func placeWords(_ element: inout PictureElement) {
        let isPlain = element.children.allSatisfy { if case .text = $0 { true } else { false } }
        guard isPlain, !element.has("x"), !element.has("y"),
            let place = PictureShape.translation(element["transform"])
        else { return }
        element["transform"] = nil
        if place.x != 0 { element["x"] = PictureNumber.text(hundredths: place.x) }
        if place.y != 0 { element["y"] = PictureNumber.text(hundredths: place.y) }
    }
}
