/// Reference lines and words, in the styles `reference` and `annotation` of the page.
extension VegaLayer {
    func rule(_ line: ReferenceLine) -> [JSON] {
        let letter = line.isVertical ? "x" : "y"
        let side = line.isVertical ? frame.x : frame.y
        let encoding: JSON = [letter: side.encoding.adding(["datum": JSON(line.place)])]
        let mark: JSON = ["type": "rule", "style": "reference", "strokeDash": [5, 4]]
        let edge: JSON = ["type": "rule", "stroke": Self.halo, "strokeWidth": 3]
        let rules = frame.hasField ? [edge, mark.adding(["stroke": Self.onHalo])] : [mark]
        let drawn = rules.map { mark -> JSON in ["data": data([[:]]), "encoding": encoding, "mark": mark] }
        guard let name = line.name else { return drawn }
        let vertical: KeyValuePairs<String, JSON?> = [
            "align": "left", "baseline": "top", "dx": 5, "dy": 3, "y": 0,
        ]
        let level: KeyValuePairs<String, JSON?> = [
            "align": "right", "baseline": "bottom", "dx": -3, "dy": -3, "x": "width",
        ]
        return drawn + words(name, encoding, line.isVertical ? vertical : level)
    }

    func label(_ x: Position, _ y: Position) -> [JSON] {
        let encoding: JSON = [
            "x": frame.x.encoding.adding(["datum": JSON(x)]), "y": frame.y.encoding.adding(["datum": JSON(y)]),
        ]
        return words(layer.name ?? "", encoding, [:])
    }

    /// Words with an edge where they lie on a heat map.
    private func words(
        _ text: String, _ encoding: JSON, _ place: KeyValuePairs<String, JSON?>
    ) -> [JSON] {
        let mark = JSON.members(["type": "text", "style": "annotation", "text": .string(text)]).adding(place)
        let edge = mark.adding([
            "stroke": Self.halo, "strokeWidth": 3, "strokeJoin": "round", "opacity": 0.85,
        ])
        let marks = frame.hasField ? [edge, mark.adding(["fill": Self.onHalo])] : [mark]
        return marks.map { mark in ["data": data([[:]]), "encoding": encoding, "mark": mark] }
    }
}
