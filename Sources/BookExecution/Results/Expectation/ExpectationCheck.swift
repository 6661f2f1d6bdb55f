import BookModel

/// Compares what cells showed with what they are expected to show.
public struct ExpectationCheck: Sendable {
    /// The identifiers of faults that `book accept` repairs.
    public enum Identifier {
        /// The output is another.
        public static let differs = "expectation"
        /// There is no file yet with what the cell must show.
        public static let isMissing = "missing-expectation"
    }

    let chapter: Chapter
    let root: String

    /// - Parameter root: the root of the book.
    public init(chapter: Chapter, root: String) {
        self.chapter = chapter
        self.root = root
    }

    /// Makes each cell that shows other than it is expected to a failed one.
    func apply(to results: inout ChapterResults) {
        for cell in chapter.cells where cell.options.hasExpectation {
            guard let index = results.cells.firstIndex(where: { $0.id == cell.id }),
                [.ran, .cached].contains(results.cells[index].status),
                let fault = fault(of: cell, showing: results.cells[index].plainTexts)
            else { continue }
            results.cells[index].status = .failed
            results.diagnostics.append(fault)
        }
    }

    /// What is wrong with the output of a cell; `nil` when it is as expected, or nothing is.
    ///
    /// - Parameter pieces: the pieces of the output, each of which starts on a line of its own.
    public func fault(of cell: Cell, showing pieces: [String]) -> Diagnostic? {
        do {
            guard let text = try expectedText(of: cell) else { return nil }
            let comparison = try TextComparison(expected: text, shown: pieces, options: cell.options)
            if let fault = fault(of: comparison, cell) { return fault }
            guard let difference = comparison.difference else { return nil }
            return differs(cell, comparison.summary, difference, path: cell.options.expectFile)
        } catch let fault as ExpectedFile.Fault {
            return diagnostic(fault, cell, pieces)
        } catch let overrun as IgnoredPatterns.Overrun {
            return Diagnostic(
                .error, "slow-pattern", file: chapter.file, range: cell.options.ranges[.ignore],
                "the pattern '\(overrun.pattern)' takes too long on the line '\(VisibleLine(overrun.line).text)'",
                repairs: ["write it without a repetition in a repetition, such as '(a+)+'"], cell: cell.id)
        } catch {
            preconditionFailure("no other error is thrown")
        }
    }

    /// The lines of a text as they are compared: without blanks at their ends and blank lines at the end of the text.
    public static func lines(of text: String) -> [String] { OutputLine.texts(of: text) }

    private func expectedText(of cell: Cell) throws -> String? {
        guard let path = cell.options.expectFile else { return cell.options.expect }
        return try ExpectedFile(path, root: root).text()
    }

    // MARK: - Words

    private var accepting: String { "`book accept \(chapter.stem)`" }

    private func differs(_ cell: Cell, _ summary: String, _ difference: TextDifference, path: String?)
        -> Diagnostic
    {
        let place = path.map { "Chapters/\($0)" } ?? "its option `expect`"
        return Diagnostic(
            .error, Identifier.differs, file: chapter.file,
            range: cell.options.ranges[path == nil ? .expect : .expectFile],
            "the cell does not show what it is expected to: \(summary)",
            notes: [Diagnostic.Note("'-' is expected by \(place), '+' is what the cell shows")],
            difference: difference,
            repairs: ["correct the cell, or take what it shows as expected: \(accepting)"], cell: cell.id)
    }

    /// What keeps a comparison from saying anything.
    private func fault(of comparison: TextComparison, _ cell: Cell) -> Diagnostic? {
        if let column = comparison.unknownColumn {
            let known = comparison.headings
            let nearest = Spelling.nearest(to: column, among: known + ["absolute", "relative"]).map {
                "did you mean '\($0)'?"
            }
            let list = "columns are \(known.joined(separator: ", "))"
            let isTable = !known.isEmpty
            return Diagnostic(
                .error, "unknown-column", file: chapter.file, range: cell.options.ranges[.tolerance],
                isTable
                    ? "the option 'tolerance' names the column '\(column)', which the table does not have"
                    : "the option 'tolerance' names the column '\(column)', but the cell shows no table",
                repairs: [
                    isTable
                        ? nearest ?? list
                        : "write a number, a percentage, or 'absolute' and 'relative' in place of it"
                ], cell: cell.id)
        }
        guard comparison.ignoresEverything else { return nil }
        return Diagnostic(
            .error, "ignored-expectation", file: chapter.file, range: cell.options.ranges[.ignore],
            "the option 'ignore' takes out all that is expected, so nothing is compared",
            repairs: ["write patterns that match less, or remove the expectation"], cell: cell.id)
    }

    private func diagnostic(_ fault: ExpectedFile.Fault, _ cell: Cell, _ pieces: [String]) -> Diagnostic {
        let path = "Chapters/\(cell.options.expectFile ?? "")"
        func diagnostic(
            _ identifier: String, _ message: String, _ repair: String, difference: TextDifference? = nil
        ) -> Diagnostic {
            Diagnostic(
                .error, identifier, file: chapter.file, range: cell.options.ranges[.expectFile], message,
                difference: difference, repairs: [repair], cell: cell.id)
        }
        switch fault {
        case .isMissing:
            return diagnostic(
                Identifier.isMissing, "\(path) does not exist, so the cell is compared with nothing",
                "write it with what the cell shows now: \(accepting)",
                difference: try? TextComparison(expected: "", shown: pieces, options: CellOptions())
                    .difference)
        case .isForeign:
            return diagnostic(
                "foreign-expectation", "\(path) is a link that leads out of the folder of the chapters",
                "put the file itself there")
        case .isFolder:
            return diagnostic(
                "unreadable-expectation", "\(path) is a folder", "name a file in it")
        case .isNotText:
            return diagnostic(
                "unreadable-expectation", "\(path) is not UTF-8 text",
                "remove the file and write it anew: \(accepting)")
        case .cannotBeRead(let reason):
            return diagnostic(
                "unreadable-expectation", "\(path) cannot be read: \(reason)", "make it readable")
        }
    }
}
