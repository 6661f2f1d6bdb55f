/// The layers of Vega-Lite that draw one layer of a plot.
struct VegaLayer {
    let layer: PlotLayer
    let frame: PlotFrame

    init(_ layer: PlotLayer, _ frame: PlotFrame) {
        self.layer = layer
        self.frame = frame
    }

    /// From back to front.
    var json: [JSON] {
        switch layer.mark {
        case .points(let places): intervals(places) + [points(places)]
        case .line(let places, let isStepped): band(places, isStepped) + [line(places, isStepped)]
        case .bars(let places): [bars(places)] + intervals(places)
        case .errorBars(let places): intervals(places)
        case .histogram(let sample): [histogram(sample)]
        case .heatMap(let cells): [heatMap(cells)]
        case .rule(let line): rule(line)
        case .note(let x, let y): note(x, y)
        case .images: []
        }
    }

    // MARK: - What the marks share

    /// An encoding of a field along x, or along y.
    func side(_ letter: String, field: String? = nil) -> JSON {
        (letter == "x" ? frame.x : frame.y).encoding.adding(["field": .string(field ?? letter)])
    }

    /// The colour of the series, by its place in the legend; nothing for a series without a name.
    var color: JSON? {
        layer.name.map { name in
            [
                "datum": .string(name), "type": "nominal",
                "scale": ["domain": .array(frame.series.map(JSON.string))],
                "legend": ["orient": "top", "symbolOpacity": 1, "title": .null],
            ]
        }
    }

    /// A light edge around what lies on a heat map. The map has the same colours on light and dark pages, so
    /// this is the one place where colours are given.
    static let halo: JSON = "white"
    static let onHalo: JSON = "black"

    func data(_ rows: [JSON]) -> JSON { ["values": .array(rows)] }

    /// Marks do not leave a domain that was given.
    var clip: JSON? {
        frame.x.axis.domain == nil && frame.y.axis.domain == nil ? nil : true
    }

    /// A number along an axis, moved up to where a logarithmic axis ends.
    func held(_ value: Double, _ side: PlotFrame.Side) -> JSON {
        .number(side.isLog ? max(value, side.floor) : value)
    }
}
