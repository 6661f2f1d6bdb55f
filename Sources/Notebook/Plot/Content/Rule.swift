/// A line across the whole plot, for comparison.
///
///     Rule("chance", y: 0.5)
///     Rule("γ = 2√k", x: 8)
///     Rule.diagonal("chance")
public struct Rule: PlotContent {
    public let layers: [PlotLayer]

    /// A vertical line.
    public init(_ name: String? = nil, x: some Plottable) {
        self.init(ReferenceLine(name: name, course: .vertical(x.position)))
    }

    /// A horizontal line.
    public init(_ name: String? = nil, y: some Plottable) {
        self.init(ReferenceLine(name: name, course: .horizontal(y.position)))
    }

    /// The places where y = x: a detector that guesses, a prediction that is right.
    public static func diagonal(_ name: String? = nil) -> Rule {
        Rule(ReferenceLine(name: name, course: .diagonal))
    }

    private init(_ line: ReferenceLine) {
        layers = [PlotLayer(name: nil, mark: .rule(line))]
    }
}

struct ReferenceLine: Hashable, Sendable {
    enum Course: Hashable, Sendable {
        case vertical(Position)
        case horizontal(Position)
        case diagonal
    }

    let name: String?
    let course: Course

    var text: String {
        switch course {
        case .vertical(let place): "x = \(place.text)"
        case .horizontal(let place): "y = \(place.text)"
        case .diagonal: "y = x"
        }
    }
}
