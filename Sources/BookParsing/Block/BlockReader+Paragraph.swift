import BookModel

extension BlockReader {
    /// A paragraph of libcmark: definitions, then a table, a formula or prose.
    func readParagraph(_ node: CmarkNode) -> [Draft] {
        let start = SourcePosition(line: node.startLine, column: node.startColumn)
        return readProse(passage(from: start, throughLine: node.endLine))
    }

    func readProse(_ passage: Passage) -> [Draft] {
        let (definitions, rest) = takeDefinitions(from: passage)
        guard !rest.isBlank else { return definitions }
        return definitions + (readTable(rest) ?? [readFormula(rest) ?? paragraph(rest)])
    }

    func paragraph(_ passage: Passage) -> Draft {
        let range = passage.range(passage.trimmed(0..<passage.bytes.count), in: text)
        let number = inlines.add(passage, cellsBefore: cellCount)
        return { Block(range: range, content: .paragraph($0[number])) }
    }

    /// A paragraph that is nothing but `$$…$$`, with `{#eq-name}` behind it or not.
    private func readFormula(_ passage: Passage) -> Draft? {
        let content = passage.trimmed(0..<passage.bytes.count)
        guard passage.bytes[content].starts(with: [.dollar, .dollar]),
            let formula = InlineScan(passage.bytes).formulas.first, formula.kind == .display,
            formula.range.lowerBound == content.lowerBound
        else { return nil }
        let tail = passage[formula.range.upperBound..<content.upperBound]
        var name: String?
        if !tail.isBlank {
            guard tail.trimmed().bytes.starts(with: [.openBrace, .hash]) else { return nil }
            let taken = takeName(from: tail, of: "a formula", example: "eq-name")
            guard taken.rest.isBlank else { return nil }
            name = taken.name
        }
        let tex = passage[passage.trimmed(formula.tex)].string
        return fixed(.math(DisplayMath(tex: tex, name: name)), passage.range(content, in: text))
    }

    // MARK: - Definitions

    /// Takes the definitions of links and footnotes off the start of a paragraph.
    func takeDefinitions(from passage: Passage) -> (footnotes: [Draft], rest: Passage) {
        var footnotes: [Draft] = []
        let bytes = passage.bytes
        var start = 0
        while start < bytes.count, bytes[start] == .openBracket {
            if let text = footnoteText(bytes, start) {
                let end = endOfFootnote(passage, after: text)
                footnotes.append(footnote(passage, start..<end, text: text))
                start = min(end + 1, bytes.count)
            } else if let end = LinkSyntax.definition(bytes, start) {
                inlines.define(Array(bytes[start..<end]))
                start = end
            } else {
                break
            }
        }
        return (footnotes, passage[start..<bytes.count])
    }

    /// Where the text of the footnote starts whose `[^name]:` stands at `start`.
    private func footnoteText(_ bytes: [UInt8], _ start: Int) -> Int? {
        guard bytes[start...].starts(with: Array("[^".utf8)) else { return nil }
        var index = start + 2
        while index < bytes.count, bytes[index].isNameByte { index += 1 }
        guard index > start + 2, bytes[index...].starts(with: Array("]:".utf8)) else { return nil }
        return index + 2
    }

    /// The end of the last line before the next footnote, or of the paragraph.
    private func endOfFootnote(_ passage: Passage, after start: Int) -> Int {
        var index = start
        while index < passage.bytes.count {
            let next = index + 1
            if passage.bytes[index] == .lineFeed, next < passage.bytes.count,
                passage.bytes[next] == .openBracket, footnoteText(passage.bytes, next) != nil
            {
                return index
            }
            index += 1
        }
        return index
    }

    private func footnote(_ passage: Passage, _ offsets: Range<Int>, text start: Int) -> Draft {
        let content = passage.trimmed(offsets)
        let range = passage.range(content, in: text)
        let marker = passage.range(offsets.lowerBound..<start - 1, in: text)
        let name = String(decoding: passage.bytes[offsets.lowerBound + 2..<start - 2], as: UTF8.self)
        if let first = footnotes[name] {
            findings.add(.duplicateFootnote(name, at: marker, first: first))
        } else {
            footnotes[name] = marker
        }
        footnoteEnd = range.end.line
        let body = passage[start..<offsets.upperBound]
        guard !body.isBlank else {
            findings.add(.emptyFootnote(name, at: marker))
            return fixed(.footnote(Footnote(name: name, blocks: [])), range)
        }
        let prose = paragraph(body)
        return { Block(range: range, content: .footnote(Footnote(name: name, blocks: [prose($0)]))) }
    }
}
