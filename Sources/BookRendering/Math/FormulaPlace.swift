import BookModel

/// Finds in a file what KaTeX finds wrong within a formula.
enum FormulaPlace {
    /// The place of `fault` in the lines of the file, or the whole of `range` where they do not hold the formula as it
    /// is: in a table, a pipe is written with a stroke before it.
    ///
    /// - Parameters:
    ///   - fault: UTF-16 units of `tex`.
    ///   - range: where the file has the formula, or the fence around it.
    static func range(of fault: Range<Int>, in tex: String, at range: SourceRange, of source: SourceFile)
        -> SourceRange
    {
        let before = String(decoding: Array(tex.utf16).prefix(fault.lowerBound), as: UTF16.self)
        let part = Array(tex.utf16).dropFirst(fault.lowerBound).prefix(fault.count)
        let wrong = String(decoding: part, as: UTF16.self).prefix { $0 != "\n" }
        let lines = tex.split(separator: "\n", omittingEmptySubsequences: false)
        let count = before.split(separator: "\n", omittingEmptySubsequences: false).count
        // A fence or `$$` may have a line of its own.
        for first in range.start.line...range.start.line + 1 {
            let columns = lines.prefix(count).enumerated().map { offset, line in
                let isFirst = first + offset == range.start.line
                return column(
                    of: line, in: source.line(first + offset), from: isFirst ? range.start.column : 1)
            }
            guard columns.allSatisfy({ $0 != nil }), let column = columns.last ?? nil else { continue }
            let inLine =
                before.utf8.count
                - (before.utf8.lastIndex(of: UInt8(ascii: "\n")).map {
                    before.utf8.distance(from: before.startIndex, to: $0) + 1
                } ?? 0)
            return SourceRange(line: first + count - 1, column: column + inLine, length: wrong.utf8.count)
        }
        return range
    }

    /// The column at which a line of the file has a line of the formula, at or after another column.
    private static func column(of piece: Substring, in line: String?, from start: Int) -> Int? {
        guard let line else { return nil }
        let bytes = Array(line.utf8)
        let wanted = Array(piece.utf8)
        guard start - 1 + wanted.count <= bytes.count else { return nil }
        for offset in (start - 1)...(bytes.count - wanted.count)
        where bytes[offset..<offset + wanted.count].elementsEqual(wanted) {
            return offset + 1
        }
        return nil
    }
}
