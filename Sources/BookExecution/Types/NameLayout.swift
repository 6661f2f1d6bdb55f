import BookModel

/// The text of a program about whose names the compiler is asked, and the way between it and the cells.
struct NameLayout: Sendable {
    let text: ProgramText
    private let bytes: [UInt8]
    /// The offset of the first byte of each line.
    private let lineStarts: [Int]

    init(text: ProgramText) {
        self.text = text
        bytes = Array(text.source.utf8)
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
        lineStarts = starts
    }

    var cells: [Cell] { text.cells.map(\.cell) }

    /// The lines of a cell that readers see.
    func stretches(of cell: Cell) -> [NameQuestion.Stretch] {
        ShownLines(cell).lines.compactMap { line in
            text.codeLines[line].map { row in
                NameQuestion.Stretch(start: lineStarts[row], end: lineStarts[row + 1] - 1)
            }
        }
    }

    /// Names with offsets in the program as names with offsets in the cell's code. What is not the same text there is
    /// left out.
    func moved(_ names: CellNames, to cell: Cell) -> CellNames {
        let lines = ShownLines(cell)
        var used: [Int: Int] = [:]
        var moved = CellNames()
        for place in names.places {
            guard names.declarations.indices.contains(place.declaration), place.length > 0,
                let offset = offset(ofProgram: place.offset, in: cell, lines),
                bytes[place.offset...].prefix(place.length)
                    .elementsEqual(lines.bytes[offset...].prefix(place.length))
            else { continue }
            let number = used[place.declaration] ?? moved.declarations.count
            if number == moved.declarations.count {
                used[place.declaration] = number
                moved.declarations.append(names.declarations[place.declaration])
            }
            moved.places.append(CellNames.Place(offset: offset, length: place.length, declaration: number))
        }
        return moved
    }

    private func offset(ofProgram offset: Int, in cell: Cell, _ lines: ShownLines) -> Int? {
        guard bytes.indices.contains(offset) else { return nil }
        for line in lines.lines {
            guard let row = text.codeLines[line], lineStarts[row] <= offset, offset < lineStarts[row + 1]
            else { continue }
            let written = SourcePosition(line: line, column: offset - lineStarts[row] + 1)
            guard !text.isInserted(written) else { return nil }
            return lines.offset(of: text.position(ofCompiled: written))
        }
        return nil
    }
}

/// The code of a cell that readers see, by the lines of the chapter.
private struct ShownLines {
    let bytes: [UInt8]
    private let first: Int
    private let starts: [Int]

    init(_ cell: Cell) {
        let bytes = Array(cell.shownCode.utf8)
        self.bytes = bytes
        first = cell.shownLine
        starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    var lines: Range<Int> { first..<(first + starts.count) }

    func offset(of position: SourcePosition) -> Int? {
        guard lines.contains(position.line) else { return nil }
        let offset = starts[position.line - first] + position.column - 1
        return offset < bytes.count ? offset : nil
    }
}
