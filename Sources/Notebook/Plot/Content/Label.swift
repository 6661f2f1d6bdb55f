/// Words at a place in the plot.
///
///     Label("conjectured hard", x: 0.6, y: 0.3)
public struct Label: PlotContent {
    public let layers: [PlotLayer]

    public init(_ text: String, x: some Plottable, y: some Plottable) {
        layers = [PlotLayer(name: text, mark: .label(x: x.position, y: y.position))]
    }
}
