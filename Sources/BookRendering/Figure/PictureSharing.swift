/// Neighbours that look alike, told together.
enum PictureSharing {
    /// The children with runs of like shapes as one path, or in a group that says once what they share.
    static func shared(_ children: [PictureElement.Child]) -> [PictureElement.Child] {
        grouped(joined(children))
    }

    // MARK: - One path for many

    private static func joined(_ children: [PictureElement.Child]) -> [PictureElement.Child] {
        var result: [PictureElement.Child] = []
        var data: [String] = []
        var last: PictureElement?
        func end() {
            guard var element = last else { return }
            element["d"] = data.joined()
            result.append(.element(element))
            (data, last) = ([], nil)
        }
        for child in children {
            guard case .element(let element) = child, let own = element["d"], canJoin(element, own) else {
                end()
                result.append(child)
                continue
            }
            if let last, looks(of: last) != looks(of: element) { end() }
            if last == nil { last = element }
            data.append(own)
        }
        end()
        return result
    }

    /// Whether a path may be one with its neighbours: nothing of it shows through, and it is a straight line or a
    /// rectangle, so that together they cover what each of them covers.
    private static func canJoin(_ element: PictureElement, _ data: String) -> Bool {
        let names = Set(element.attributes.map(\.name))
        guard element.name == "path", names.isDisjoint(with: ["opacity", "fill-opacity", "stroke-opacity"]),
            names.isDisjoint(with: ["transform", "clip-path", "id"]), let path = PicturePath(data)
        else { return false }
        if element.has("stroke") {
            return !element.has("fill") && path.steps.count == 2 && path.steps[1].command == "L"
        }
        return path.isRectangle
    }

    private static func looks(of element: PictureElement) -> [MarkupToken.Attribute] {
        element.attributes.filter { $0.name != "d" }.sorted { $0.name < $1.name }
    }

    // MARK: - One group for many

    private static func grouped(_ children: [PictureElement.Child]) -> [PictureElement.Child] {
        var result: [PictureElement.Child] = []
        var run: [PictureElement] = []
        func end() {
            result += run.count < 2 ? run.map { .element($0) } : [.element(group(run))]
            run = []
        }
        for child in children {
            guard case .element(let element) = child, element.name != "g", !shareable(element).isEmpty else {
                end()
                result.append(child)
                continue
            }
            if let first = run.first, shareable(first) != shareable(element) { end() }
            run.append(element)
        }
        end()
        return result
    }

    private static func shareable(_ element: PictureElement) -> [MarkupToken.Attribute] {
        element.attributes.filter { PictureCompaction.inherited.contains($0.name) }
            .sorted { $0.name < $1.name }
    }

    private static func group(_ run: [PictureElement]) -> PictureElement {
        var group = PictureElement(name: "g", attributes: shareable(run[0]))
        group.children = run.map { element in
            var element = element
            element.attributes.removeAll { PictureCompaction.inherited.contains($0.name) }
            return .element(element)
        }
        return group
    }
}
