/// What happened in a running chapter.
///
/// Cells, statements and values are numbered by the engine when it writes the program.
public enum ProgramEvent: Codable, Hashable, Sendable {
    case programStarted(version: Int)
    case cellStarted(cell: Int)
    /// A statement at the top level of the running cell starts.
    case statementStarted(statement: Int)
    /// A value to show: media type to text.
    case value(bundle: [String: String])
    /// A value in prose.
    case inlineValue(value: Int, bundle: [String: String])
    /// A sentence that must hold, with the line of its call.
    case claim(sentence: String, measured: String, bound: String, holds: Bool, line: Int)
    /// A cell that must throw has thrown.
    case errorCaught(description: String)
    /// A cell that must trap ran in a process of its own, which ended by this signal; 0 when it did not trap.
    case trapObserved(signal: Int32)
    /// The program opened a file or listed a folder below the root of the book, or tried to: its path from there.
    /// Sent once for each path while a cell runs.
    case fileOpened(path: String)
    /// The running cell ended; the most resident memory so far, in bytes.
    case cellEnded(peakBytes: Int)
    case programEnded
}
