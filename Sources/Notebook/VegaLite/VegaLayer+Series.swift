extension VegaLayer {
    /// Places outside of a given domain are left out: a mark at its end is not cut.
    func points(_ places: Coordinates) -> JSON {
        let isCrowded = places.x.count > 300
        let drawn = places.drawable.filter {
            frame.x.contains(places.x[$0]) && frame.y.contains(places.y[$0])
        }
        let mark: JSON = ["type": "point", "filled": true]
        return [
            "data": data(drawn.map { ["x": JSON(places.x[$0]), "y": JSON(places.y[$0])] }),
            "mark": mark.adding([
                "size": isCrowded ? 16 : 50, "opacity": isCrowded ? 0.5 : 1,
                "stroke": frame.hasField ? Self.halo : nil, "strokeWidth": frame.hasField ? 1.5 : nil,
            ]),
            "encoding": JSON.members(["x": side("x"), "y": side("y"), "color": color]),
        ]
    }

    /// Places that cannot be drawn stay as gaps.
    func line(_ places: Coordinates, _ isStepped: Bool) -> JSON {
        let rows = places.x.indices.filter { places.x[$0].isDrawable }
            .map { index -> JSON in ["x": JSON(places.x[index]), "y": JSON(places.y[index])] }
        let mark = JSON.members([
            "type": "line", "clip": clip, "interpolate": isStepped ? "step-after" : nil,
        ])
        let line: JSON = [
            "data": data(rows),
            "encoding": .members(["x": side("x"), "y": side("y"), "order": .null, "color": color]),
        ]
        guard frame.hasField else { return line.adding(["mark": mark]) }
        let edge = mark.adding(["strokeWidth": 6, "strokeCap": "round"])
        return line.adding([
            "layer": [
                ["encoding": ["color": ["value": Self.halo]], "mark": edge],
                ["mark": mark.adding(["strokeWidth": 3])],
            ]
        ])
    }

    func band(_ places: Coordinates, _ isStepped: Bool) -> [JSON] {
        guard let intervals = places.intervals else { return [] }
        let rows = places.drawable.filter { intervals[$0].isFinite }.map { index -> JSON in
            [
                "x": JSON(places.x[index]), "low": held(intervals[index].lowerBound, frame.y),
                "high": .number(intervals[index].upperBound),
            ]
        }
        let mark: JSON = ["type": "area", "opacity": 0.2]
        let encoding: JSON = ["x": side("x"), "y": side("y", field: "low"), "y2": ["field": "high"]]
        return [
            [
                "data": data(rows),
                "mark": mark.adding(["clip": clip, "interpolate": isStepped ? "step-after" : nil]),
                "encoding": encoding.adding(["color": color]),
            ]
        ]
    }

    func intervals(_ places: Coordinates) -> [JSON] {
        guard let intervals = places.intervals else { return [] }
        let (along, across) = places.isHorizontal ? ("x", "y") : ("y", "x")
        let measured = places.isHorizontal ? frame.x : frame.y
        let rows = places.drawable.filter { intervals[$0].isFinite }.map { index -> JSON in
            let place = places.isHorizontal ? places.y[index] : places.x[index]
            return [
                across: JSON(place), "low": held(intervals[index].lowerBound, measured),
                "high": .number(intervals[index].upperBound),
            ]
        }
        let isBar = layer.isBars
        let encoding: JSON = [
            across: side(across), along: side(along, field: "low"), along + "2": ["field": "high"],
        ]
        let mark: JSON = ["type": "rule", "strokeWidth": 1.5]
        return [
            [
                "data": data(rows), "mark": mark.adding(["clip": clip, "style": isBar ? "interval" : nil]),
                "encoding": encoding.adding(["color": isBar ? nil : color, across + "Offset": offset]),
            ]
        ]
    }
}

extension ClosedRange<Double> {
    fileprivate var isFinite: Bool { lowerBound.isFinite && upperBound.isFinite }
}
