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
            "data": data(rows),
            "mark": JSON.members([
                "type": "rect", "clip": clip, "x2Offset": overlap(cells.x),
                "y2Offset": overlap(cells.y, sign: -1),
            ]),
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
        let encoding = self.side(letter).adding([
            "axis": side.marks.adding(["grid": false]),
            "scale": scale.adding(["domain": JSON(domain), "nice": false]),
        ])
        return (places, [letter: encoding, letter + "2": ["field": .string(letter + "2")]])
    }

    /// Fields between numbers reach a little below their neighbours, so that no seam shows.
    private func overlap(_ positions: [Position], sign: Double = 1) -> JSON? {
        positions.contains { $0.category != nil } ? nil : .number(sign * 0.6)
    }

    /// One scheme for light and dark pages: its lightness grows with the value.
    private func fill(_ axis: Axis) -> JSON {
        let scale: JSON = ["scheme": "viridis"]
        let legend: JSON = ["gradientLength": JSON(min(200, frame.y.length))]
        return [
            "field": "value", "type": "quantitative",
            "title": axis.label.isEmpty ? .null : .string(axis.title),
            "scale": scale.adding([
                "domain": axis.domain.map { JSON($0) }, "clamp": axis.domain.map { _ in true },
                "type": axis.scale == .log ? "log" : nil,
            ]),
            "legend": legend.adding(["format": axis.style.vegaFormat]),
        ]
    }
}
