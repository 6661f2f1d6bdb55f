import BookModel

extension BlockReader {
    func readHeading(_ node: CmarkNode) -> [Draft] {
        let start = SourcePosition(line: node.startLine, column: node.startColumn)
        return isATX(start) ? [readATXHeading(node, start)] : readSetextHeading(node, start)
    }

    /// Whether one to six `#` stand at a place, with a blank or nothing behind them.
    private func isATX(_ start: SourcePosition) -> Bool {
        let line = text.bytes[text.offset(of: start)..<text.line(start.line).upperBound]
        let markers = line.prefix { $0 == .hash }
        return (1...6).contains(markers.count) && line.dropFirst(markers.count).first?.isBlank != false
    }

    /// `## Title {#sec-name} ##`
    private func readATXHeading(_ node: CmarkNode, _ start: SourcePosition) -> Draft {
        let bytes = text.bytes
        var offsets = text.offset(of: start)..<text.trimmedLine(node.startLine).upperBound
        let markers = bytes[offsets].prefix { $0 == .hash }.count
        offsets = offsets.lowerBound + markers..<max(offsets.upperBound, offsets.lowerBound + markers)
        let closing = bytes[offsets].reversed().prefix { $0 == .hash }.count
        let beforeClosing = offsets.upperBound - closing
        if beforeClosing == offsets.lowerBound || bytes[beforeClosing - 1].isBlank {
            offsets = offsets.lowerBound..<beforeClosing
        }
        let range = text.range(from: start, throughLine: node.startLine)
        return heading(level: node.headingLevel, Passage(text, offsets), range)
    }

    /// A title with a line of `=` or `-` below it.
    private func readSetextHeading(_ node: CmarkNode, _ start: SourcePosition) -> [Draft] {
        // libcmark's end is the line at which it noticed the heading's end, which may be the one after.
        let underline =
            (start.line + 1..<max(node.endLine, start.line + 1) + 1).first(where: isUnderline)
            ?? node.endLine
        var (drafts, passage) = takeDefinitions(from: passage(from: start, throughLine: underline - 1))
        let range = text.range(from: start, throughLine: underline)
        if passage.isBlank { return drafts + [readLoneUnderline(underline)] }
        drafts.append(heading(level: node.headingLevel, passage, range))
        return drafts
    }

    /// The line below a title that was nothing but definitions: a rule where it has three dashes, else prose.
    private func readLoneUnderline(_ line: Int) -> Draft {
        var cursor = LineCursor(text, line: line)
        cursor.skipPrefixes(of: containers, line: line)
        cursor.skipBlanks()
        let passage = Passage(text, cursor.offset..<max(text.trimmedLine(line).upperBound, cursor.offset))
        let isRule = passage.bytes.count >= 3 && passage.bytes.first == UInt8(ascii: "-")
        if isRule { return fixed(.thematicBreak, passage.range(0..<passage.bytes.count, in: text)) }
        return paragraph(passage)
    }

    private func isUnderline(_ line: Int) -> Bool {
        var cursor = LineCursor(text, line: line)
        guard cursor.skipPrefixes(of: containers, line: line) else { return false }
        cursor.skipBlanks()
        let rest = text.bytes[cursor.offset..<max(text.trimmedLine(line).upperBound, cursor.offset)]
        guard let first = rest.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-") else {
            return false
        }
        return rest.allSatisfy { $0 == first }
    }

    private func heading(level: Int, _ passage: Passage, _ range: SourceRange) -> Draft {
        let (title, name) = takeName(from: passage, of: "a heading", example: "sec-name")
        let number = inlines.add(title, cellsBefore: cellCount)
        return { table in
            Block(range: range, content: .heading(Heading(level: level, text: table[number], name: name)))
        }
    }

    /// The lines of a paragraph as one passage, without the prefixes of containers.
    func passage(from start: SourcePosition, throughLine end: Int) -> Passage {
        var passage = Passage()
        passage.append(
            text.bytes[text.offset(of: start)..<text.line(start.line).upperBound],
            fileOffset: text.offset(of: start))
        for line in start.line + 1..<max(end, start.line) + 1 {
            var cursor = LineCursor(text, line: line)
            cursor.skipPrefixes(of: containers, line: line)
            cursor.skipBlanks()
            let rest = cursor.offset..<text.line(line).upperBound
            passage.append([.lineFeed], fileOffset: text.line(line).lowerBound - 1)
            passage.append(text.bytes[rest], fileOffset: rest.lowerBound)
        }
        return passage
    }
}
