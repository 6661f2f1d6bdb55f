extension PlotGrid {
    /// The plots as one Vega-Lite 5 specification.
    public var specification: String {
        let inRow = min(columns, plots.count)
        let width = max(100, (640 - 70 * inRow) / inRow)
        let height = min(320, max(100, width * 3 / 4))
        let children = plots.map { $0.json(width: $0.width ?? width, height: $0.height ?? height) }
        let scale: JSON = sameScales ? "shared" : "independent"
        let body: JSON = [
            "columns": JSON(columns),
            "concat": .array(children),
            "description": .string(description),
            "resolve": ["scale": ["color": "shared", "x": scale, "y": scale]],
        ]
        return body.adding([
            "$schema": Plot.schema, "title": title.map { VegaTitle.json($0, width: 560) },
        ]).text
    }
}
