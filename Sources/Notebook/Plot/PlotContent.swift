/// What can stand inside of a plot: the marks below, or a type of one's own made of them.
///
///     struct TheoryAndMeasurement: PlotContent {
///         var layers: [PlotLayer] { Line("theory", …).layers + Points("measured", …).layers }
///     }
public protocol PlotContent {
    /// What is drawn: bars lie behind lines and lines behind points; marks of one kind lie as they come.
    var layers: [PlotLayer] { get }
}

/// Collects what is drawn in a plot; `if` and `for` may be used among it.
@resultBuilder
public enum PlotBuilder {
    public static func buildExpression(_ content: some PlotContent) -> [PlotLayer] { content.layers }
    public static func buildBlock(_ layers: [PlotLayer]...) -> [PlotLayer] { layers.flatMap { $0 } }
    public static func buildOptional(_ layers: [PlotLayer]?) -> [PlotLayer] { layers ?? [] }
    public static func buildEither(first layers: [PlotLayer]) -> [PlotLayer] { layers }
    public static func buildEither(second layers: [PlotLayer]) -> [PlotLayer] { layers }
    public static func buildArray(_ layers: [[PlotLayer]]) -> [PlotLayer] { layers.flatMap { $0 } }
}

/// One thing that is drawn. Made by `Points`, `Line`, `Bars` and the other marks.
public struct PlotLayer: Hashable, Sendable, PlotContent {
    enum Mark: Hashable, Sendable {
        case points(Coordinates)
        case line(Coordinates, isStepped: Bool)
        case bars(Coordinates)
        case errorBars(Coordinates)
        case histogram(Sample)
        case heatMap(HeatMapCells)
        case images(ImageRow)
        case rule(ReferenceLine)
        case note(x: Position, y: Position)
    }

    /// The series that it belongs to: layers of one name have one colour and one place in the legend.
    let name: String?
    let mark: Mark

    public var layers: [PlotLayer] { [self] }
}
