import BookModel

/// Lays out a difference: changed lines with two lines around them, at most about twenty lines.
struct DifferenceLayout {
    private static let most = 20
    private static let context = 2

    let expected: [ComparedLine]
    let shown: [ComparedLine]
    let agreement: LineAgreement
    /// Whether the lines around a change say where it stands.
    let isOrdered: Bool

    /// Lines that are shown or left out together.
    private struct Unit {
        var lines: [TextDifference.Line]
        /// How many lines of the two texts differ in it, a pair counted once.
        var changes = 0
    }

    func difference(_ edits: [LineEdit]) -> TextDifference {
        var lines: [TextDifference.Line] = []
        var leftOut = 0
        for unit in units(edits) {
            if lines.count < Self.most { lines += unit.lines } else { leftOut += unit.changes }
        }
        if leftOut > 0 {
            lines.append(
                .init(.omission, "… and \(leftOut) more \(leftOut == 1 ? "line" : "lines") that differ"))
        }
        return TextDifference(lines)
    }

    private func units(_ edits: [LineEdit]) -> [Unit] {
        let changes = isOrdered ? blocks(edits) : [block(edits.filter { !$0.isSame })]
        var units: [Unit] = []
        for (number, block) in changes.enumerated() {
            if block.isSame {
                units += context(block.edits, isFirst: number == 0, isLast: number == changes.count - 1)
            } else {
                units += self.changes(block.edits)
            }
        }
        return units
    }

    // MARK: - Blocks

    /// A run of lines that are the same, or of lines that are not.
    private struct Block {
        let isSame: Bool
        var edits: [LineEdit]
    }

    private func block(_ edits: [LineEdit]) -> Block { Block(isSame: false, edits: edits) }

    private func blocks(_ edits: [LineEdit]) -> [Block] {
        edits.reduce(into: []) { blocks, edit in
            if blocks.last?.isSame == edit.isSame {
                blocks[blocks.count - 1].edits.append(edit)
            } else {
                blocks.append(Block(isSame: edit.isSame, edits: [edit]))
            }
        }
    }

    /// The lines next to a change; those further away are counted.
    private func context(_ edits: [LineEdit], isFirst: Bool, isLast: Bool) -> [Unit] {
        let head = isFirst ? 0 : Self.context
        let tail = isLast ? 0 : Self.context
        func unit(_ edit: LineEdit) -> Unit? {
            guard case .same(_, let line) = edit else { return nil }
            return Unit(lines: [.init(.same, VisibleLine(shown[line].line.text).text)])
        }
        let leftOut = edits.count - head - tail
        guard leftOut > 1 else { return edits.compactMap(unit) }
        if isLast { return edits.prefix(head).compactMap(unit) }
        let words = TextDifference.Line(.omission, "… \(leftOut) lines that agree")
        return edits.prefix(head).compactMap(unit) + [Unit(lines: [words])]
            + edits.suffix(tail).compactMap(unit)
    }

    // MARK: - Changes

    private func changes(_ edits: [LineEdit]) -> [Unit] {
        var left = edits.compactMap { if case .expected(let line) = $0 { line } else { nil } }
        var right = edits.compactMap { if case .shown(let line) = $0 { line } else { nil } }
        let pairs = pairs(&left, &right)
        return pairs.map { pair(expected[$0], shown[$1]) }
            + left.map { Unit(lines: [single(.expected, expected[$0])], changes: 1) }
            + right.map { Unit(lines: [single(.shown, shown[$0])], changes: 1) }
    }

    /// Takes out the lines that stand for each other: all in order where there are as many of both, else those that
    /// differ in their numbers only.
    private func pairs(_ left: inout [Int], _ right: inout [Int]) -> [(Int, Int)] {
        if isOrdered {
            guard left.count == right.count else { return [] }
            defer { (left, right) = ([], []) }
            return Array(zip(left, right))
        }
        var places = Dictionary(grouping: right) { shape(of: shown[$0]) }.mapValues { $0[...] }
        var pairs: [(Int, Int)] = []
        for line in left {
            if let partner = places[shape(of: expected[line])]?.popFirst() { pairs.append((line, partner)) }
        }
        let paired = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
        left.removeAll { paired.0.contains($0) }
        right.removeAll { paired.1.contains($0) }
        return pairs
    }

    private func shape(of line: ComparedLine) -> String {
        LineToken.tokens(of: line.line.compared).map(\.shape).joined(separator: "\u{0}")
    }

    private func single(_ kind: TextDifference.Kind, _ line: ComparedLine) -> TextDifference.Line {
        TextDifference.Line(kind, VisibleLine(line.line.text).text)
    }

    private func pair(_ left: ComparedLine, _ right: ComparedLine) -> Unit {
        let marks = PairMarks(left, right, agreement)
        let above = VisibleLine(left.line.text, first: marks.expectedStart)
        let below = VisibleLine(
            right.line.text, first: marks.shown.first?.lowerBound ?? marks.expectedStart, marked: marks.shown)
        var lines = [TextDifference.Line(.expected, above.text), .init(.shown, below.text)]
        let mark = [below.mark, marks.explanation].filter { !$0.isEmpty }.joined(separator: " ")
        if !mark.isEmpty { lines.append(.init(.mark, mark)) }
        return Unit(lines: lines, changes: 1)
    }
}

extension LineEdit {
    var isSame: Bool { if case .same = self { true } else { false } }
}
