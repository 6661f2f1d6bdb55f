import BookModel

/// A quiet word beside a cell that says how it is run.
struct CellBadge {
    let words: String
    /// The class that the style sheet knows.
    let style: String

    static func badges(of flags: Set<CellFlag>) -> [CellBadge] {
        CellFlag.allCases.filter(flags.contains).compactMap { flag in
            words(for: flag).map { CellBadge(words: $0, style: flag.rawValue) }
        }
    }

    /// `nil` for flags that say how a cell is shown, which the reader sees.
    private static func words(for flag: CellFlag) -> String? {
        switch flag {
        case .hidden, .folded, .quiet, .fresh: nil
        case .compile: "compiled, not run"
        case .fails: "does not compile"
        case .warns: "warns"
        case .throws: "throws"
        case .traps: "traps"
        case .alone: "on its own"
        case .keep: "kept"
        case .parameters: "parameters"
        case .optimize: "optimized"
        }
    }
}
