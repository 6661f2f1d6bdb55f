import BookModel

/// One output that became what its cell is expected to show, for the terminal.
public struct AcceptedChange: Hashable, Sendable {
    /// `Chapters/08-clwe.md:41: cell-3`, and the file beside the chapter where there is one.
    public let place: String
    public let difference: String

    init(_ output: AcceptedOutput) {
        let line = output.cell.range.start.line
        let file = output.cell.options.expectFile.map { " in Chapters/\($0)" } ?? ""
        place = "\(output.chapter.file):\(line): \(output.cell.id)\(file)"
        difference = output.fault.difference?.text ?? ""
    }

    /// The change in lines, then a blank one.
    public var text: String { [place, difference, ""].joined(separator: "\n") }
}
