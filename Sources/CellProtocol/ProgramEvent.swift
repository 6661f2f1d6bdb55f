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
    /// A variable of the cell that ends: its type, whether it holds something that other cells could change, and its
    /// value in base 64 where it is small.
    case variable(name: String, type: String, holdsSharedState: Bool, value: String?)
    /// A variable of a cell with the flag `keep` was stored in this file of the folder for kept values.
    case kept(name: String, type: String, file: String)
    /// Why a variable of a cell with the flag `keep` was not stored.
    case notKept(name: String, reason: String)
    /// A stored value could not be read, so the program ends.
    case lostValue(number: Int)
    /// The cell that ends changed the files of its scratch folder, or what belongs to the whole process, such as its
    /// environment.
    case effects(changesFiles: Bool, changesProcess: Bool)
    /// The program opened a file or listed a folder below the root of the book, or tried to: its path from there.
    /// Sent once for each path while a cell runs.
    case fileOpened(path: String)
    /// The running cell ended; the most resident memory so far, in bytes.
    case cellEnded(peakBytes: Int)
    case programEnded
}
