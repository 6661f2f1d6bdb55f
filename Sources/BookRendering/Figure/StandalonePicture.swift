/// A picture outside of a page, where no style sheet gives it colours.
package enum StandalonePicture {
    /// The colour of the light theme for each custom property of the page that a picture is drawn with.
    package static let colours = Dictionary(
        FigurePalette.all.map { ("var(\($0.property))", $0.light) }, uniquingKeysWith: { first, _ in first })

    /// The font of a picture's words, which a page's style sheet would give.
    package static let font = "Helvetica, Arial, sans-serif"
}
