/// How every figure of the book looks, as Vega-Lite's `config`; a specification may say otherwise.
///
/// The styles `reference` and `annotation` are those of a plot's reference lines and words.
enum FigureConfiguration {
    private static let ink = FigurePalette.ink.light
    private static let rule = FigurePalette.rule.light
    private static let grid = FigurePalette.grid.light
    private static let series = FigurePalette.series.map { "\"\($0.light)\"" }.joined(separator: ", ")

    static let json = """
        {
          "background": null, "padding": 4,
          "font": "Helvetica, Arial, sans-serif",
          "view": {"continuousWidth": 520, "continuousHeight": 280, "stroke": null},
          "title": {"color": "\(ink)", "subtitleColor": "\(ink)", "fontSize": 15, "fontWeight": 600,
                    "subtitleFontSize": 13, "anchor": "start", "frame": "group", "offset": 14},
          "axis": {"labelColor": "\(ink)", "titleColor": "\(ink)", "tickColor": "\(rule)",
                   "domainColor": "\(rule)",
                   "gridColor": "\(grid)", "labelFontSize": 12, "titleFontSize": 13, "titleFontWeight": 400,
                   "titlePadding": 10, "labelPadding": 5, "tickSize": 4},
          "axisX": {"grid": false},
          "legend": {"labelColor": "\(ink)", "titleColor": "\(ink)", "labelFontSize": 12, "titleFontSize": 12,
                     "titleFontWeight": 400, "orient": "top", "symbolStrokeWidth": 2},
          "header": {"labelColor": "\(ink)", "titleColor": "\(ink)", "labelFontSize": 12,
                     "titleFontSize": 13},
          "range": {"category": [\(series)],
                    "heatmap": {"scheme": "cividis"}, "ramp": {"scheme": "cividis"}},
          "mark": {"color": "\(FigurePalette.series[0].light)"},
          "line": {"strokeWidth": 2}, "point": {"size": 40, "filled": true},
          "rule": {"color": "\(ink)"}, "text": {"color": "\(ink)", "fontSize": 12},
          "style": {"reference": {"color": "\(ink)", "strokeWidth": 1.2},
                    "annotation": {"color": "\(ink)", "fontSize": 12}},
          "bar": {"discreteBandSize": {"band": 0.7}}
        }
        """
}
