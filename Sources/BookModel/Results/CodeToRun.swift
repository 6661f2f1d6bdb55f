/// The code of a chapter in pieces, and which of them one must put together so that a cell runs by itself.
///
/// A piece is the chapter's imports, a cell as it is, or a cell as it stands in front of another: there what the cell
/// only shows is left out.
public struct CodeToRun: Hashable, Sendable, Codable {
    /// How the code of one cell is put together.
    public struct Recipe: Hashable, Sendable, Codable {
        /// The numbers of its pieces, in order; the last is the cell's own.
        public let pieces: [Int]
        /// How many other cells they come from.
        public let otherCells: Int

        public init(pieces: [Int], otherCells: Int) {
            self.pieces = pieces
            self.otherCells = otherCells
        }
    }

    public let pieces: [String]
    /// The recipes of the cells that need more than their own code.
    public let recipes: [Cell.ID: Recipe]

    public init(pieces: [String] = [], recipes: [Cell.ID: Recipe] = [:]) {
        self.pieces = pieces
        self.recipes = recipes
    }

    /// The whole code of a cell that needs more than its own; `nil` for others.
    public func text(of cell: Cell.ID) -> String? {
        recipes[cell].map { $0.pieces.map { pieces[$0] }.joined(separator: "\n\n") }
    }
}
