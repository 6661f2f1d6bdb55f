import BookModel

extension BlockReader {
    /// The table in a paragraph, with the prose before it; `nil` where the paragraph holds none.
    ///
    /// A table starts at the line above the first delimiter row.
    func readTable(_ passage: Passage) -> [Draft]? {
        guard passage.bytes.contains(.pipe) else { return nil }
        let lines = passage.lines
        for index in lines.indices.dropFirst() {
            guard let alignments = alignments(of: passage.bytes[lines[index]]) else { continue }
            let header = PipeRow(passage, lines[index - 1])
            guard header.entries.count == alignments.count else {
                let range = passage.range(passage.trimmed(lines[index]), in: text)
                findings.add(.tableColumns(alignments.count, header: header.entries.count, at: range))
                return nil
            }
            let before = passage[0..<lines[index - 1].lowerBound]
            let prose = before.isBlank ? [] : [paragraph(before)]
            let table = passage[lines[index - 1].lowerBound..<passage.bytes.count]
            return prose + [readTable(table, header, alignments)]
        }
        return nil
    }

    /// - Parameter passage: the table from its header to its last line.
    private func readTable(_ passage: Passage, _ header: PipeRow, _ alignments: [PipeTable.Alignment])
        -> Draft
    {
        var lines = passage.lines.dropFirst(2)
        let captionLine = lines.last.flatMap { passage.bytes[$0].starts(with: Array(": ".utf8)) ? $0 : nil }
        if captionLine != nil { lines.removeLast() }
        let headerNumbers = add(header, count: alignments.count)
        let rowNumbers = lines.map { line in
            let row = PipeRow(passage, line)
            if row.entries.count < alignments.count {
                let place = passage.range(passage.trimmed(line), in: text)
                findings.add(.tableRow(row.entries.count, header: alignments.count, at: place))
            }
            return add(row, count: alignments.count)
        }
        let caption = captionLine.map { takeCaption(passage[$0.lowerBound + 1..<$0.upperBound]) }
        let range = passage.range(passage.trimmed(0..<passage.bytes.count), in: text)
        return { inlines in
            let table = PipeTable(
                alignments: alignments, header: headerNumbers.map { inlines[$0] },
                rows: rowNumbers.map { $0.map { inlines[$0] } }, name: caption?.name,
                caption: caption.map { inlines[$0.number] })
            return Block(range: range, content: .table(table))
        }
    }

    private func takeCaption(_ passage: Passage) -> (number: Int, name: String?) {
        let (rest, name) = takeName(from: passage, of: "a table", example: "tbl-name")
        return (inlines.add(rest, cellsBefore: cellCount), name)
    }

    /// The numbers of the inlines of a row's entries; a row that is too short is filled with empty ones.
    private func add(_ row: PipeRow, count: Int) -> [Int] {
        if row.entries.count > count {
            let excess = row.entries[count]
            findings.add(
                .tableRow(
                    row.entries.count, header: count, at: excess.range(0..<excess.bytes.count, in: text)))
        }
        return (0..<count).map { column in
            let entry = row.entries.indices.contains(column) ? row.entries[column] : Passage()
            return inlines.add(entry, cellsBefore: cellCount)
        }
    }

    /// The alignments of a delimiter row `| :-- | :-: | --: |`, or `nil` for another line.
    private func alignments(of line: ArraySlice<UInt8>) -> [PipeTable.Alignment]? {
        guard line.contains(.pipe) else { return nil }
        var cells = line.split(separator: .pipe, omittingEmptySubsequences: false).map(trimmed)
        if cells.first?.isEmpty == true { cells.removeFirst() }
        if cells.last?.isEmpty == true { cells.removeLast() }
        var alignments: [PipeTable.Alignment] = []
        for cell in cells {
            let isLeft = cell.first == .colon
            let isRight = cell.count > 1 && cell.last == .colon
            let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
            alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .natural))
        }
        return alignments.isEmpty ? nil : alignments
    }

    private func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = cell.firstIndex { !$0.isBlank } ?? cell.endIndex
        let end = cell.lastIndex { !$0.isBlank }.map { $0 + 1 } ?? start
        return cell[start..<end]
    }
}
