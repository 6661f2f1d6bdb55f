import BookModel

/// Where in a statement an error was thrown, as far as its text tells.
enum ThrowSite {
    /// The place of the only `try` or `throw` of the statement; `nil` when it has none or several.
    static func position(in statement: ProgramText.Statement?) -> SourcePosition? {
        guard let statement else { return nil }
        var found: [SourcePosition] = []
        for (row, line) in statement.code.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
            for word in ["try", "throw"] {
                for range in code.ranges(of: word) where isWord(range, in: code) {
                    let offset = code.utf8.distance(from: code.startIndex, to: range.lowerBound)
                    found.append(
                        SourcePosition(
                            line: statement.position.line + row,
                            column: offset + (row == 0 ? statement.position.column : 1)))
                }
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    private static func isWord(_ range: Range<String.Index>, in line: Substring) -> Bool {
        func isPart(_ character: Character) -> Bool {
            character.isLetter || character.isNumber || character == "_" || character == "?"
                || character == "!"
        }
        let before = range.lowerBound > line.startIndex ? line[line.index(before: range.lowerBound)] : " "
        let after = range.upperBound < line.endIndex ? line[range.upperBound] : " "
        return !isPart(before) && !isPart(after)
    }
}
