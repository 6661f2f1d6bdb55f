/// Several small plots beside and below each other.
public struct PlotGrid: Hashable, Sendable {
    /// The finding of all together; `nil` for none.
    public let title: String?
    /// Plots in a row.
    public let columns: Int
    /// Whether all plots have the same axes from end to end, so that they can be compared.
    public let sameScales: Bool
    public let plots: [Plot]
    /// What is seen, for those who do not see it.
    public let description: String
}

/// Collects the plots of a grid; `if` and `for` may be used among them.
@resultBuilder
public enum PlotGridBuilder {
    public static func buildExpression(_ plot: Plot) -> [Plot] { [plot] }
    public static func buildBlock(_ plots: [Plot]...) -> [Plot] { plots.flatMap { $0 } }
    public static func buildOptional(_ plots: [Plot]?) -> [Plot] { plots ?? [] }
    public static func buildEither(first plots: [Plot]) -> [Plot] { plots }
    public static func buildEither(second plots: [Plot]) -> [Plot] { plots }
    public static func buildArray(_ plots: [[Plot]]) -> [Plot] { plots.flatMap { $0 } }
}

extension Plot {
    /// Several small plots beside and below each other.
    ///
    ///     Plot.grid("The layers vanish in the noise", columns: 3, sameScales: true) {
    ///         for beta in betas {
    ///             Plot("β = \(beta)", x: "⟨g, u⟩") { Histogram(sample(beta)) }
    ///         }
    ///     }
    public static func grid(
        _ title: String? = nil, columns: Int = 2, sameScales: Bool = false, description: String? = nil,
        file: StaticString = #file, line: UInt = #line, @PlotGridBuilder plots: () -> [Plot]
    ) -> PlotGrid {
        let plots = plots()
        let site = CallSite(file: file, line: line)
        if plots.isEmpty { site.refuse("Plot.grid: no plots, expected 1 or more") }
        if columns < 1 { site.refuse("Plot.grid: \(columns) columns, expected 1 or more") }
        let words = (title.map { ["\($0)."] } ?? []) + plots.map(\.description)
        return PlotGrid(
            title: title, columns: columns, sameScales: sameScales, plots: plots,
            description: description ?? words.joined(separator: " "))
    }
}

extension PlotGrid: Displayable {
    public var mimeBundle: MIMEBundle { MIMEBundle(text: text, vegaLite: specification) }
}
