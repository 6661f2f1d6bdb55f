/// The colours of figures, each a custom property of the page so that one picture serves both themes.
///
/// vl-convert is given the colours of the light theme; wherever they stand in its picture, the property takes
/// their place. A specification that names one of these colours follows the theme too.
enum FigurePalette {
    struct Colour {
        /// As `Plot` and the configuration write it, in lower case.
        let light: String
        let dark: String
        /// The custom property's name: `--figure-ink`.
        let property: String
    }

    static let ink = Colour(light: "#33302a", dark: "#d5cfc2", property: "--figure-ink")
    static let rule = Colour(light: "#8a8478", dark: "#8d877b", property: "--figure-rule")
    static let grid = Colour(light: "#e4dfd3", dark: "#37342d", property: "--figure-grid")

    /// Four colours that stay apart for colour-blind readers and in grey: any two differ in CIE lightness by
    /// at least 9, and each has a contrast of at least 3 to 1 with the page.
    static let series = [
        Colour(light: "#1b4fa8", dark: "#6ea0f5", property: "--figure-blue"),
        Colour(light: "#d9731a", dark: "#ffb072", property: "--figure-orange"),
        Colour(light: "#2f7d4f", dark: "#9aeccf", property: "--figure-green"),
        Colour(light: "#4b1040", dark: "#c266a8", property: "--figure-plum"),
    ]

    static let all = [ink, rule, grid] + series

    /// The declarations of the properties, for one theme.
    static func declarations(_ value: KeyPath<Colour, String>) -> String {
        all.map { "    \($0.property): \($0[keyPath: value]);" }.joined(separator: "\n")
    }

    /// The property in place of one of our colours; other colours as they are.
    static func themed(_ value: String) -> String {
        let value = value.lowercased()
        return all.first { $0.light == value }.map { "var(\($0.property))" } ?? value
    }
}
