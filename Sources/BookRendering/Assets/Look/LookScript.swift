/// The closer look at a figure: a script of its own, loaded when a reader first asks, with what it loads in turn.
///
/// A specification is not trusted. It was stripped when the page was made (`FigureSpecification`); here its expressions
/// are walked through, not compiled, as the page's policy demands, and every address that it could still name is refused.
enum LookScript {
    static let path = "assets/look.js"

    static let javaScript = """
        "use strict";
        (function () {
        var CONFIG = \(FigureConfiguration.json);
        var COLOURS = {\(colours)};
        var VEGA = "\(VegaLibrary.path)";

        """ + LookSpecification.javaScript + LookZoom.javaScript + LookTable.javaScript
        + LookTooltip.javaScript
        + LookDialog.javaScript + "})();\n"

    /// The custom property of the page for each colour of the light theme.
    private static let colours = FigurePalette.all.map { "\"\($0.light)\": \"\($0.property)\"" }
        .joined(separator: ", ")
}
