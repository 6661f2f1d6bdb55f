/// What became of a line: both texts have it, or one only.
enum LineEdit: Hashable {
    /// The numbers of two lines that agree.
    case same(Int, Int)
    case expected(Int)
    case shown(Int)
}

/// Aligns the lines of two texts so that few are left that only one of them has.
enum LineAlignment {
    /// Above this many pairs of lines, those between the common beginning and end are not aligned any more.
    private static let most = 1_000_000

    /// - Complexity: the product of the numbers of lines between the common beginning and the common end.
    static func edits(_ expected: Int, _ shown: Int, agree: (Int, Int) -> Bool) -> [LineEdit] {
        var start = 0
        while start < min(expected, shown), agree(start, start) { start += 1 }
        var tail = 0
        while tail < min(expected, shown) - start, agree(expected - 1 - tail, shown - 1 - tail) { tail += 1 }
        let left = start..<(expected - tail)
        let right = start..<(shown - tail)
        let middle =
            left.count * right.count <= most
            ? longestCommon(left, right, agree: agree)
            : left.map(LineEdit.expected) + right.map(LineEdit.shown)
        return (0..<start).map { .same($0, $0) } + middle
            + (0..<tail).reversed().map { .same(expected - 1 - $0, shown - 1 - $0) }
    }

    /// The alignment with most lines in common: the longest common subsequence.
    private static func longestCommon(_ left: Range<Int>, _ right: Range<Int>, agree: (Int, Int) -> Bool)
        -> [LineEdit]
    {
        let width = right.count + 1
        // The most lines in common from a pair of lines on.
        var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
        var agreements = [Bool](repeating: false, count: left.count * width)
        for row in (0..<left.count).reversed() {
            for column in (0..<right.count).reversed() {
                let place = row * width + column
                agreements[place] = agree(left.lowerBound + row, right.lowerBound + column)
                let without = max(lengths[place + width], lengths[place + 1])
                lengths[place] =
                    agreements[place] ? max(lengths[place + width + 1] + 1, without) : without
            }
        }
        var edits: [LineEdit] = []
        var (row, column) = (0, 0)
        while row < left.count || column < right.count {
            let place = row * width + column
            if row < left.count, column < right.count, agreements[place],
                lengths[place] == lengths[place + width + 1] + 1
            {
                edits.append(.same(left.lowerBound + row, right.lowerBound + column))
                (row, column) = (row + 1, column + 1)
            } else if row < left.count, column == right.count || lengths[place + width] >= lengths[place + 1]
            {
                edits.append(.expected(left.lowerBound + row))
                row += 1
            } else {
                edits.append(.shown(right.lowerBound + column))
                column += 1
            }
        }
        return edits
    }
}
