import Glibc

/// Reference lines and words, in the styles `reference` and `annotation` of the page.
extension VegaLayer {
    func rule(_ line: ReferenceLine) -> [JSON] {
        switch line.course {
        case .vertical(let place):
            let encoding: JSON = ["x": frame.x.encoding.adding(["datum": JSON(place)])]
            return [rule(encoding)]
                + words(line.name, encoding, ["align": "left", "baseline": "top", "dx": 5, "dy": 3, "y": 0])
        case .horizontal(let place):
            let encoding: JSON = ["y": frame.y.encoding.adding(["datum": JSON(place)])]
            return [rule(encoding)] + words(line.name, encoding, Self.atRight)
        case .diagonal:
            return diagonal(line.name)
        }
    }

    private static var atRight: KeyValuePairs<String, JSON?> {
        ["align": "right", "baseline": "bottom", "dx": -3, "dy": -3, "x": "width"]
    }

    /// From where both axes are to where both end.
    private func diagonal(_ name: String?) -> [JSON] {
        guard let x = frame.x.extent, let y = frame.y.extent else { return [] }
        let low = JSON.number(max(x.lowerBound, y.lowerBound))
        let high = min(x.upperBound, y.upperBound)
        let start: JSON = [
            "x": frame.x.encoding.adding(["datum": low]), "y": frame.y.encoding.adding(["datum": low]),
        ]
        let rule = rule(start.adding(["x2": ["datum": .number(high)], "y2": ["datum": .number(high)]]))
        let place: JSON = [
            "x": frame.x.encoding.adding(["datum": .number(high)]),
            "y": frame.y.encoding.adding(["datum": .number(high)]),
        ]
        let turned: KeyValuePairs<String, JSON?> = [
            "align": "right", "angle": .number(angle(x, y)), "baseline": "top", "dx": -30, "dy": 4,
        ]
        return [rule] + words(name, place, turned)
    }

    /// How the words along the diagonal are turned, in whole degrees clockwise.
    private func angle(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Double {
        let across = Double(frame.x.length) / (x.upperBound - x.lowerBound)
        let up = Double(frame.y.length) / (y.upperBound - y.lowerBound)
        return across.isFinite && up.isFinite ? -(atan2(up, across) * 180 / .pi).rounded() : 0
    }

    private func rule(_ encoding: JSON) -> JSON {
        let mark: JSON = ["type": "rule", "style": "reference", "strokeDash": [5, 4]]
        return edged(
            encoding, mark.adding(["clip": clip]),
            edge: ["type": "rule", "stroke": Self.halo, "strokeWidth": 3], onEdge: ["stroke": Self.onHalo])
    }

    func note(_ x: Position, _ y: Position) -> [JSON] {
        let encoding: JSON = [
            "x": frame.x.encoding.adding(["datum": JSON(x)]),
            "y": frame.y.encoding.adding(["datum": JSON(y)]),
        ]
        return words(layer.name, encoding, [:])
    }

    private func words(_ text: String?, _ encoding: JSON, _ place: KeyValuePairs<String, JSON?>) -> [JSON] {
        guard let text else { return [] }
        let mark = JSON.members(["type": "text", "style": "annotation", "text": .string(text)]).adding(place)
        let edge = mark.adding([
            "stroke": Self.halo, "strokeWidth": 3, "strokeJoin": "round", "opacity": 0.85,
        ])
        return [edged(encoding, mark, edge: edge, onEdge: ["fill": Self.onHalo])]
    }

    /// One mark; on a heat map with a light edge below it.
    private func edged(
        _ encoding: JSON, _ mark: JSON, edge: JSON, onEdge: KeyValuePairs<String, JSON?>
    ) -> JSON {
        guard frame.hasField else { return ["data": data([[:]]), "encoding": encoding, "mark": mark] }
        let marks: JSON = [["mark": edge], ["mark": mark.adding(onEdge)]]
        return ["data": data([[:]]), "encoding": encoding, "layer": marks]
    }
}
