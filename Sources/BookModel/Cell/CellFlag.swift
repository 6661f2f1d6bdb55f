/// A short flag of a cell, written in its fence after `swift`.
public enum CellFlag: String, Hashable, Sendable, Codable, CaseIterable {
    /// Run, show nothing.
    case hidden
    /// Show the code folded.
    case folded
    /// Show no result.
    case quiet
    /// Compile, do not run.
    case compile
    /// Must not compile.
    case fails
    /// Must compile with a warning.
    case warns
    /// Must throw.
    case `throws`
    /// Must trap.
    case traps
    /// Its names end with the cell.
    case alone
    /// A new program starts here.
    case fresh
    /// Store its values.
    case keep
    /// Its constants can be set from outside.
    case parameters
    /// Compile the program of this cell with optimization.
    case optimize
}
