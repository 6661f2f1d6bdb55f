import Foundation

/// What pages are made with on this machine: the places of KaTeX, the compiler's library and the figures'
/// converter.
public struct RenderingTools: Hashable, Sendable {
    /// The folder that holds `katex.js`, `katex.css` and `fonts/`.
    public var katexFolder: URL
    /// The folder that holds `libsourcekitdInProc.so`; without it code is not coloured.
    public var toolchainLibraries: URL?
    /// The Python of an environment with vl-convert-python; without it figures are shown as text.
    public var python: URL?
    /// Where rendered formulas, figures and coloured code are kept between builds, by what they were made
    /// from.
    public var store: URL?
    /// lunr, which searches the pages.
    public var lunr = URL(filePath: "/usr/share/javascript/lunr/lunr.min.js")
    /// The root of the book, against which the pictures of the prose are looked up.
    public var root: URL?

    /// Names the compiler's library and the figures' converter, which no page says it was made with.
    package var identity: String {
        let colours = SwiftColours.identity(ofLibraryIn: toolchainLibraries)
        return "\(colours ?? "no colours") \(FigureConverter.version(of: python) ?? "no figures")"
    }

    public init(
        katexFolder: URL = URL(filePath: "/usr/share/javascript/katex", directoryHint: .isDirectory),
        toolchainLibraries: URL? = nil, python: URL? = nil, store: URL? = nil, root: URL? = nil
    ) {
        self.katexFolder = katexFolder
        self.toolchainLibraries = toolchainLibraries
        self.python = python
        self.store = store
        self.root = root
    }
}
