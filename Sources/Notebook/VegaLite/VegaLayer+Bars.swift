extension VegaLayer {
    /// Where the bars of this series stand beside those of the others.
    var offset: JSON? {
        guard layer.isBars, frame.barSeries.count > 1, let name = layer.name else { return nil }
        return [
            "datum": .string(name), "type": "nominal",
            "scale": ["domain": .array(frame.barSeries.map(JSON.string))],
        ]
    }

    func bars(_ places: Coordinates) -> JSON {
        let (along, across) = places.isHorizontal ? ("x", "y") : ("y", "x")
        let (measured, other) = places.isHorizontal ? (frame.x, frame.y) : (frame.y, frame.x)
        let half = other.names.isEmpty ? Self.halfWidth(places.x.compactMap(\.number)) : 0
        let rows = places.drawable.map { index -> JSON in
            let place = places.isHorizontal ? places.y[index] : places.x[index]
            let value = places.isHorizontal ? places.x[index] : places.y[index]
            var row: JSON = [along: JSON(value), "base": .number(measured.isLog ? measured.floor : 0)]
            if let middle = place.number {
                row = row.adding(["from": .number(middle - half), "to": .number(middle + half)])
            } else {
                row = row.adding([across: JSON(place)])
            }
            return row
        }
        let mark: JSON = other.names.isEmpty ? ["type": "rect"] : ["type": "bar"]
        let encoding: JSON = [along: side(along), along + "2": ["field": "base"]]
        let place: KeyValuePairs<String, JSON?> =
            other.names.isEmpty
            ? [across: side(across, field: "from"), across + "2": ["field": "to"]]
            : [across: side(across), across + "Offset": offset]
        return [
            "data": data(rows), "mark": mark.adding(["clip": clip]),
            "encoding": encoding.adding(place).adding(["color": color]),
        ]
    }

    /// Bars over numbers leave a fifth of the smallest distance between them.
    private static func halfWidth(_ places: [Double]) -> Double {
        let sorted = places.filter(\.isFinite).sorted()
        let gaps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
        return 0.4 * (gaps.min() ?? 1)
    }

    func histogram(_ sample: Sample) -> JSON {
        let edges = frame.binEdges
        let heights = frame.heights(of: sample)
        let base = frame.y.isLog ? frame.y.floor : 0
        let rows = heights.indices.filter { heights[$0] > base }.map { index -> JSON in
            [
                "from": .number(edges[index]), "to": .number(edges[index + 1]), "y": .number(heights[index]),
                "base": .number(base),
            ]
        }
        let isAlone = frame.histogramCount == 1
        let mark: JSON = ["type": "rect", "opacity": isAlone ? 0.8 : 0.5]
        let encoding: JSON = [
            "x": side("x", field: "from"), "x2": ["field": "to"], "y": side("y"), "y2": ["field": "base"],
        ]
        return [
            "data": data(rows), "mark": mark.adding(["clip": clip]),
            "encoding": encoding.adding(["color": color]),
        ]
    }
}
