import BookModel

/// One line of the compiler's output that names a place: `file:line:column: error: text`.
struct CompilerMessage: Hashable, Sendable {
    let severity: Diagnostic.Severity
    let file: String
    let position: SourcePosition
    let text: String

    /// The messages of a compiler's standard error, in order; other lines, such as excerpts, are left out.
    static func parse(_ output: String) -> [CompilerMessage] {
        output.split(separator: "\n").compactMap(parse(line:))
    }

    private static func parse(line: Substring) -> CompilerMessage? {
        for severity in Diagnostic.Severity.allCases {
            guard let mark = line.firstRange(of: ": \(severity.rawValue): ") else { continue }
            let place = line[..<mark.lowerBound].split(separator: ":", omittingEmptySubsequences: false)
            guard place.count >= 3, let row = Int(place[place.count - 2]),
                let column = Int(place[place.count - 1])
            else { continue }
            return CompilerMessage(
                severity: severity, file: place.dropLast(2).joined(separator: ":"),
                position: SourcePosition(line: row, column: column),
                text: withoutGroup(line[mark.upperBound...]))
        }
        return nil
    }

    /// The text without the name of the compiler's diagnostic group behind it: ` [#no-usage]`.
    private static func withoutGroup(_ text: Substring) -> String {
        guard text.hasSuffix("]"), let start = text.ranges(of: " [#").last?.lowerBound else {
            return String(text)
        }
        return String(text[..<start])
    }
}
