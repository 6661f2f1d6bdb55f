/// A figure: its finding as a sentence, two axes, and what is drawn between them.
///
///     Plot("False activations halve with every bit of the key",
///          x: "key bits n", y: .axis("false activations", .log)) {
///         Points("measured", x: bits, y: rates, intervals: confidence)
///         Line("2⁻ⁿ", over: 2...16) { exp2(-$0) }
///     }
///
/// Shows itself as a Vega-Lite specification and as text. Colours are left to the page: each series has one
/// by its place in the legend.
public struct Plot: Hashable, Sendable {
    /// The finding, as a sentence.
    public let title: String
    public let x: Axis
    public let y: Axis
    /// The size of the area between the axes, in CSS pixels; `nil` is 560 × 320, less in a grid.
    public let width: Int?
    public let height: Int?
    /// What is seen, for those who do not see it.
    public let description: String
    /// What is drawn, in the order of the legend.
    let layers: [PlotLayer]

    /// - Parameters:
    ///   - title: The finding, as a sentence.
    ///   - description: What is seen, for those who do not see it; `nil` says what the data say: the series
    ///     and their ranges.
    /// - Precondition: on a logarithmic axis every value is more than 0; an interval may start at 0, it is
    ///   then drawn to the end of the axis.
    public init(
        _ title: String, x: Axis = "", y: Axis = "", width: Int? = nil, height: Int? = nil,
        description: String? = nil, file: StaticString = #file, line: UInt = #line,
        @PlotBuilder content: () -> [PlotLayer]
    ) {
        self.title = title
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        layers = content()
        self.description = description ?? PlotSummary(title: title, x: x, y: y, layers: layers).description
        check(at: CallSite(file: file, line: line))
    }
}

extension Plot: Displayable {
    public var mimeBundle: MIMEBundle { MIMEBundle(text: text, vegaLite: specification) }
}
