extension VegaLayer {
    func heatMap(_ cells: HeatMapCells) -> JSON {
        let (xPlaces, xEncoding) = fields(cells.x, "x", frame.x)
        let (yPlaces, yEncoding) = fields(cells.y, "y", frame.y)
        var rows: [JSON] = []
        for (row, values) in cells.rows.enumerated() {
            for (column, value) in values.enumerated() where value.isFinite {
                let field: JSON = ["value": .number(value)]
                rows.append(field.adding(xPlaces[column]).adding(yPlaces[row]))
            }
        }
        return [
            "data": data(rows), "mark": JSON.members(["type": "rect", "clip": clip]),
            "encoding": JSON.members(xEncoding).adding(yEncoding).adding(["fill": fill(cells.value)]),
        ]
    }

    /// The members that place each field along one axis, and their encoding.
    private func fields(
        _ positions: [Position], _ letter: String, _ side: PlotFrame.Side
    ) -> ([KeyValuePairs<String, JSON?>], KeyValuePairs<String, JSON?>) {
        let numbers = positions.compactMap(\.number)
        if numbers.isEmpty {
            return (positions.map { [letter: JSON($0)] }, [letter: self.side(letter)])
        }
        let edges = HeatMapCells.edges(numbers, side.axis.scale)
        let places = numbers.indices.map { index -> KeyValuePairs<String, JSON?> in
            [letter: .number(edges[index]), letter + "2": .number(edges[index + 1])]
        }
        let domain = side.axis.domain ?? edges[0]...edges[edges.count - 1]
        let scale: JSON = side.isLog ? ["type": "log"] : ["zero": false]
        let encoding = self.side(letter).adding(["scale": scale.adding(["domain": JSON(domain), "nice": false])])
        return (places, [letter: encoding, letter + "2": ["field": .string(letter + "2")]])
    }

    /// One scheme for light and dark pages: its lightness grows with the value.
    private func fill(_ axis: Axis) -> JSON {
        let scale: JSON = ["scheme": "viridis"]
        let legend: JSON = ["gradientLength": 200]
        return [
            "field": "value", "type": "quantitative", "title": axis.label.isEmpty ? nil : .string(axis.title),
            "scale": scale.adding([
                "domain": axis.domain.map { JSON($0) }, "clamp": axis.domain.map { _ in true },
                "type": axis.scale == .log ? "log" : nil,
            ]),
            "legend": legend.adding(["format": axis.style.vegaFormat]),
        ]
    }

    func rule(_ line: ReferenceLine) -> [JSON] {
        let letter = line.isVertical ? "x" : "y"
        let place = (line.isVertical ? frame.x : frame.y).encoding.adding(["datum": JSON(line.place)])
        let one = data([[:]])
        let rule: JSON = [
            "data": one, "encoding": [letter: place],
            "mark": ["type": "rule", "strokeDash": [5, 4], "style": "reference"],
        ]
        guard let name = line.name else { return [rule] }
        let mark: JSON = ["type": "text", "style": "annotation", "text": .string(name)]
        let vertical: KeyValuePairs<String, JSON?> = ["align": "left", "baseline": "top", "dx": 5, "dy": 3, "y": 0]
        let level: KeyValuePairs<String, JSON?> = [
            "align": "right", "baseline": "bottom", "dx": -3, "dy": -3, "x": "width",
        ]
        let text: JSON = [
            "data": one, "encoding": [letter: place], "mark": mark.adding(line.isVertical ? vertical : level),
        ]
        return [rule, text]
    }

    func label(_ x: Position, _ y: Position) -> JSON {
        [
            "data": data([[:]]),
            "encoding": [
                "x": frame.x.encoding.adding(["datum": JSON(x)]),
                "y": frame.y.encoding.adding(["datum": JSON(y)]),
            ],
            "mark": ["type": "text", "style": "annotation", "text": .string(layer.name ?? "")],
        ]
    }
}
