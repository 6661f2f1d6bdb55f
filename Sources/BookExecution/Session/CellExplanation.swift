import BookModel

/// Why a cell would run now, or would not.
public struct CellExplanation: Sendable {
    public enum Outlook: Hashable, Sendable {
        /// Its results are in the store.
        case stored
        /// It runs since it has no results for what it depends on now.
        case runs(reason: String)
        /// It runs along: its results are stored, but cells that run need what it does.
        case runsAlong(neededBy: [Cell.ID])
    }

    public let cell: Cell
    public let outlook: Outlook
    /// The cells that it depends on, in order.
    public let cells: [Cell.ID]
    public let inputs: [String]
    /// The modules of the installation that it uses, directly or not.
    public let modules: [String]
    /// The names outside of the chapter that may change what later cells find, so that they depend on this one.
    public let unseenNames: [String]
    /// The hash of everything that it depends on.
    public let key: String
}
