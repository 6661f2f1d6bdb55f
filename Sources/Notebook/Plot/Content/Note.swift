/// Words at a place in the plot.
///
///     Note("conjectured hard", x: 0.6, y: 0.3)
public struct Note: PlotContent {
    public let layers: [PlotLayer]

    public init(_ text: String, x: some Plottable, y: some Plottable) {
        layers = [PlotLayer(name: text, mark: .note(x: x.position, y: y.position))]
    }
}
