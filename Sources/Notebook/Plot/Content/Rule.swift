/// A line across the whole plot at one value, for comparison.
///
///     Rule("chance", y: 0.5)
///     Rule("γ = 2√k", x: 8)
public struct Rule: PlotContent {
    public let layers: [PlotLayer]

    public init(_ name: String? = nil, x: some Plottable) {
        layers = [PlotLayer(name: nil, mark: .rule(ReferenceLine(name: name, isVertical: true, at: x.position)))]
    }

    public init(_ name: String? = nil, y: some Plottable) {
        layers = [PlotLayer(name: nil, mark: .rule(ReferenceLine(name: name, isVertical: false, at: y.position)))]
    }
}

struct ReferenceLine: Hashable, Sendable {
    let name: String?
    let isVertical: Bool
    let place: Position

    init(name: String?, isVertical: Bool, at place: Position) {
        self.name = name
        self.isVertical = isVertical
        self.place = place
    }
}
