extension PlotGrid {
    /// The plots as one Vega-Lite 5 specification.
    public var specification: String {
        let inRow = min(columns, plots.count)
        let width = max(100, (640 - 70 * inRow) / inRow)
        let height = min(320, max(100, width * 3 / 4))
        let children = plots.map { plot in
            let size = (width: plot.width ?? width, height: plot.height ?? height)
            let title = VegaTitle.json(plot.title, width: size.width).adding(["fontWeight": "normal"])
            return plot.json(width: size.width, height: size.height).adding([
                "title": plot.title.isEmpty ? nil : title
            ])
        }
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
