/// Why no page could be made.
public enum RenderingError: Error, Hashable, Sendable {
    /// The store's folder cannot be made or written.
    case unusableStore(folder: String, reason: String)
    /// A chapter has formulas, and KaTeX is not where it should be.
    case missingKaTeX(file: String)
    /// lunr, which searches the pages, is not where it should be.
    case missingLunr(file: String)
}

extension RenderingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unusableStore(let folder, let reason):
            "cannot use the store '\(folder)': \(reason)"
        case .missingKaTeX(let file):
            "cannot read '\(file)', which renders formulas; install it with: apt-get install libjs-katex"
        case .missingLunr(let file):
            "cannot read '\(file)', which searches the pages; install it with: apt-get install libjs-lunr"
        }
    }
}
