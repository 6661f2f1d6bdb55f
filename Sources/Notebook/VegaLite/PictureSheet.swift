/// Pictures on a sheet, in units of one pixel of a picture.
///
/// A picture is one row of data with its place and its pixels in one array; Vega-Lite makes the squares
/// of it. That keeps the specification of a hundred digits below 20 kB.
struct PictureSheet {
    private struct Block {
        let name: String?
        let row: ImageRow
        /// The first line of the block.
        let top: Int
        var columns: Int { min(row.columns, row.pixels.count) }
        var lines: Int { (row.pixels.count + row.columns - 1) / row.columns }
        var lineHeight: Int {
            row.height + (row.labels == nil ? PictureSheet.gap : PictureSheet.labelHeight(row))
        }
        var width: Int { columns * (row.width + PictureSheet.gap) - PictureSheet.gap }
        var height: Int { lines * lineHeight - (row.labels == nil ? PictureSheet.gap : 0) }

        func place(_ index: Int) -> (x: Int, y: Int) {
            (index % row.columns * (row.width + PictureSheet.gap), top + index / row.columns * lineHeight)
        }
    }

    private static let gap = 1
    private static func labelHeight(_ row: ImageRow) -> Int { max(2, row.height / 4) }

    private let blocks: [Block]
    private let scale: Int

    /// `nil` for a plot without pictures.
    init?(_ plot: Plot, width: Int) {
        var blocks: [Block] = []
        for layer in plot.layers {
            guard case .images(let row) = layer.mark else { return nil }
            let top = blocks.last.map { $0.top + $0.height + 2 * Self.gap } ?? 0
            blocks.append(Block(name: layer.name, row: row, top: top))
        }
        guard let widest = blocks.map(\.width).max() else { return nil }
        self.blocks = blocks
        scale = max(1, min(16, width / widest))
    }

    var json: JSON {
        let width = blocks.map(\.width).max() ?? 1
        let height = blocks.last.map { $0.top + $0.height } ?? 1
        return [
            "width": JSON(width * scale), "height": JSON(height * scale),
            "view": ["stroke": .null],
            "layer": .array(blocks.flatMap { [pixels($0, width, height)] + texts($0, width, height) }),
            "resolve": ["scale": ["fill": "independent"]],
        ]
    }

    private func side(_ field: String, _ domain: JSON) -> JSON {
        [
            "field": .string(field), "type": "quantitative", "axis": .null,
            "scale": ["domain": domain, "nice": false, "zero": false],
        ]
    }

    private func sides(_ x: String, _ y: String, _ width: Int, _ height: Int) -> JSON {
        ["x": side(x, [0, JSON(width)]), "y": side(y, [JSON(height), 0])]
    }

    private func pixels(_ block: Block, _ width: Int, _ height: Int) -> JSON {
        let rows = block.row.pixels.enumerated().map { index, values -> JSON in
            let place = block.place(index)
            return ["left": JSON(place.x), "top": JSON(place.y), "value": .array(values.map(JSON.number))]
        }
        let across = block.row.width
        let range = JSON(block.row.range)
        let fill: JSON = ["field": "value", "type": "quantitative", "legend": .null]
        return [
            "data": ["values": .array(rows)],
            "transform": [
                ["flatten": ["value"]],
                ["window": [["op": "row_number", "as": "n"]], "groupby": ["left", "top"]],
                ["calculate": .string("datum.left + (datum.n - 1) % \(across)"), "as": "x"],
                ["calculate": .string("datum.top + floor((datum.n - 1) / \(across))"), "as": "y"],
                ["calculate": "datum.x + 1", "as": "x2"], ["calculate": "datum.y + 1", "as": "y2"],
            ],
            // Each pixel reaches a little below the next one, so that no seam shows.
            "mark": ["type": "rect", "x2Offset": 0.6, "y2Offset": 0.6],
            "encoding": sides("x", "y", width, height).adding([
                "x2": ["field": "x2"], "y2": ["field": "y2"],
                "fill": fill.adding([
                    "scale": block.row.shading.scale.adding(["domain": range, "clamp": true])
                ]),
            ]),
        ]
    }

    /// The name at the left of the row, and the label below each picture.
    private func texts(_ block: Block, _ width: Int, _ height: Int) -> [JSON] {
        var layers: [JSON] = []
        if let name = block.name {
            let middle = Double(block.top) + Double(block.row.height) / 2
            layers.append([
                "data": ["values": [["x": 0, "y": .number(middle)]]],
                "mark": [
                    "type": "text", "style": "annotation", "align": "right", "dx": -10, "text": .string(name),
                ],
                "encoding": sides("x", "y", width, height),
            ])
        }
        if let labels = block.row.labels {
            let rows = labels.enumerated().map { index, label -> JSON in
                let place = block.place(index)
                return [
                    "x": .number(Double(place.x) + Double(block.row.width) / 2),
                    "y": JSON(place.y + block.row.height), "label": .string(label),
                ]
            }
            layers.append([
                "data": ["values": .array(rows)],
                "mark": [
                    "type": "text", "style": "annotation", "align": "center", "baseline": "top", "dy": 3,
                ],
                "encoding": sides("x", "y", width, height).adding(["text": ["field": "label"]]),
            ])
        }
        return layers
    }
}

extension Images.Shading {
    /// Named schemes; pictures look alike on light and dark pages.
    fileprivate var scale: JSON {
        switch self {
        case .ink: ["scheme": "greys"]
        case .light: ["scheme": "greys", "reverse": true]
        case .signed: ["scheme": "blueorange"]
        }
    }
}
