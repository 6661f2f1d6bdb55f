import BookModel

/// Compares what cells gave with their option `expect`.
enum ExpectationCheck {
    static func apply(to results: inout ChapterResults, of chapter: Chapter) {
        for cell in chapter.cells {
            guard let expected = cell.options.expect,
                let index = results.cells.firstIndex(where: { $0.id == cell.id }),
                [.ran, .cached].contains(results.cells[index].status)
            else { continue }
            let measured = results.cells[index].plainText
            let tolerance = cell.options.tolerance ?? CellOptions.Tolerance()
            guard let difference = Expectation(expected, tolerance: tolerance).difference(from: measured)
            else {
                continue
            }
            results.cells[index].status = .failed
            results.diagnostics.append(
                Diagnostic(
                    .error, "expectation", file: chapter.file, range: cell.options.ranges[.expect],
                    "the cell gives other than what it expects, at line \(difference.line) of its output",
                    notes: [
                        Diagnostic.Note("expected: \(difference.expected)"),
                        Diagnostic.Note("but gave: \(difference.measured)"),
                    ], repairs: ["correct the cell, or its option `expect`"], cell: cell.id))
        }
    }
}

/// A text that a cell must give, in which numbers may differ within a tolerance.
struct Expectation {
    struct Difference: Hashable {
        /// From 1.
        let line: Int
        let expected: String
        let measured: String
    }

    private let lines: [String]
    private let tolerance: CellOptions.Tolerance

    init(_ text: String, tolerance: CellOptions.Tolerance) {
        lines = Self.lines(of: text)
        self.tolerance = tolerance
    }

    /// The first line that differs; `nil` when none does. Blanks at the ends of lines and of the text do not count.
    func difference(from text: String) -> Difference? {
        let measured = Self.lines(of: text)
        for row in 0..<max(lines.count, measured.count) {
            let left = row < lines.count ? lines[row] : "(nothing)"
            let right = row < measured.count ? measured[row] : "(nothing)"
            if !isNear(left, right) { return Difference(line: row + 1, expected: left, measured: right) }
        }
        return nil
    }

    private func isNear(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let left = Self.tokens(of: left)
        let right = Self.tokens(of: right)
        return left.count == right.count
            && zip(left, right).allSatisfy { left, right in
                if left == right { return true }
                guard let expected = Double(left), let measured = Double(right) else { return false }
                let bound = max(tolerance.absolute, tolerance.relative * expected.magnitude)
                return (expected - measured).magnitude <= bound
            }
    }

    private static func lines(of text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.reversed().drop { $0.isWhitespace }.reversed())
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// The text cut into numbers and what stands between them.
    private static func tokens(of line: String) -> [Substring] {
        func isNumeric(_ character: Character) -> Bool { character.isNumber || "+-.eE".contains(character) }
        var tokens: [Substring] = []
        var rest = line[...]
        while let first = rest.first {
            let startsNumber =
                first.isNumber || ((first == "-" || first == "+") && rest.dropFirst().first?.isNumber == true)
            let end =
                startsNumber
                ? rest.firstIndex { !isNumeric($0) } ?? rest.endIndex
                : rest.index(after: rest.startIndex)
            tokens.append(rest[..<end])
            rest = rest[end...]
        }
        return tokens
    }
}
