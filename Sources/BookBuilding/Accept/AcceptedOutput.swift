import BookExecution
import BookModel

/// The output of a cell that becomes what the cell is expected to show.
struct AcceptedOutput: Sendable {
    let chapter: Chapter
    let cell: Cell
    /// The pieces of the output, each of which starts on a line of its own.
    let pieces: [String]
    /// What was found when the output was compared.
    let fault: Diagnostic

    /// The output in lines, without blanks at their ends and blank lines at its end.
    var lines: [String] { ExpectationCheck.lines(of: pieces.joined(separator: "\n")) }
}
