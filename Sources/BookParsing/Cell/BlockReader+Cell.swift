import BookModel

extension BlockReader {
    /// A cell, or a listing with an error where a cell cannot stand.
    func readCell(_ block: FencedBlock) -> Draft {
        guard containers.isEmpty else {
            findings.add(.nestedCell(at: block.openingRange(in: text)))
            return fixed(.listing(Listing(language: "swift", code: block.code)), block.range)
        }
        if block.fence.indent > 0 {
            findings.add(.indentedCell(by: block.fence.indent, at: block.openingRange(in: text)))
        }
        cellCount += 1
        let flags = readFlags(block.fence.words.dropFirst())
        let optionLines = optionLines(of: block)
        checkMisplacedOptions(block, after: optionLines.count)
        var reader = CellOptionReader(text: text, findings: findings, names: names)
        reader.read(YAMLText(lines: optionLines))
        reader.check(flags: flags.keys)
        let id = cellID(reader.options)
        let captionNumber = reader.caption.map { inlines.add($0, cellsBefore: cellCount) }
        let options = reader.options
        return { table in
            var options = options
            options.caption = captionNumber.map { table[$0] }
            let cell = Cell(
                id: id, range: block.range, flags: Set(flags.keys), options: options, code: block.code,
                codeLine: block.range.start.line + 1, optionLineCount: optionLines.count)
            return Block(range: block.range, content: .cell(cell))
        }
    }

    /// The label, or `cell-N` for the N-th cell of the chapter.
    private func cellID(_ options: CellOptions) -> Cell.ID {
        options.label ?? "cell-\(cellCount)"
    }

    // MARK: - Flags

    private func readFlags(_ words: ArraySlice<Fence.Word>) -> [CellFlag: SourceRange] {
        var flags: [CellFlag: SourceRange] = [:]
        for word in words {
            let range = text.range(word.offsets)
            guard let flag = CellFlag(rawValue: word.text) else {
                findings.add(.unknownFlag(word.text, at: range))
                continue
            }
            if let first = flags[flag] {
                findings.add(.duplicateFlag(flag, at: range, first: first))
            } else {
                flags[flag] = range
            }
        }
        for conflict in FlagRules.conflicts {
            guard let first = flags[conflict.flags.0], let second = flags[conflict.flags.1] else { continue }
            findings.add(.flagConflict(conflict, at: first.start < second.start ? second : first))
        }
        return flags
    }

    // MARK: - Option lines

    private static let marker = Array("//|".utf8)

    /// The lines `//| key: value` at the top of the cell, without the marker and one blank.
    private func optionLines(of block: FencedBlock) -> [YAMLText.Line] {
        var lines: [YAMLText.Line] = []
        for number in codeLines(of: block) {
            guard let marker = markerOffsets(number) else { break }
            let end = text.line(number).upperBound
            let hasBlank = marker.upperBound < end && text.bytes[marker.upperBound] == UInt8(ascii: " ")
            let start = marker.upperBound + (hasBlank ? 1 : 0)
            lines.append(YAMLText.Line(text: text.string(start..<end), position: text.position(of: start)))
        }
        return lines
    }

    /// An option below the first line of code would be read as a comment, without a word.
    private func checkMisplacedOptions(_ block: FencedBlock, after count: Int) {
        for number in codeLines(of: block).dropFirst(count) {
            guard let marker = markerOffsets(number) else { continue }
            let offsets = marker.lowerBound..<text.trimmedLine(number).upperBound
            findings.add(.misplacedOption(at: text.range(offsets)))
        }
    }

    /// The numbers of the lines of code.
    private func codeLines(of block: FencedBlock) -> Range<Int> {
        let first = block.range.start.line + 1
        return first..<max(first, block.range.end.line + (block.isClosed ? 0 : 1))
    }

    /// The place of `//|` at the start of a line of code, behind the indentation of the fence.
    private func markerOffsets(_ number: Int) -> Range<Int>? {
        let line = text.line(number)
        let start = text.bytes[line].firstIndex { !$0.isBlank } ?? line.upperBound
        guard text.bytes[start..<line.upperBound].starts(with: Self.marker) else { return nil }
        return start..<start + Self.marker.count
    }
}
