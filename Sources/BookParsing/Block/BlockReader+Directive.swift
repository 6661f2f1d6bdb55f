import BookModel
import CCmark

extension BlockReader {
    /// A quote, or a directive where its first line is `[!KIND] Title {#name}`.
    func readQuote(_ node: CmarkNode) -> Draft {
        let range = range(of: node)
        containers.append(.quote)
        defer { containers.removeLast() }
        let children = Array(node.children)
        if let first = children.first, first.kind == CMARK_NODE_PARAGRAPH,
            let draft = readDirective(node, firstParagraph: first, range)
        {
            return draft
        }
        let blocks = read(children)
        return { table in Block(range: range, content: .quote(blocks.map { $0(table) })) }
    }

    private func readDirective(_ node: CmarkNode, firstParagraph: CmarkNode, _ range: SourceRange) -> Draft? {
        let start = SourcePosition(line: firstParagraph.startLine, column: firstParagraph.startColumn)
        let passage = passage(from: start, throughLine: firstParagraph.endLine)
        guard let word = kindWord(passage) else { return nil }
        let written = String(decoding: passage.bytes[word], as: UTF8.self)
        guard let kind = Directive.Kind(rawValue: written.uppercased()) else {
            findings.add(.unknownDirective(written, at: passage.range(word, in: text)))
            return nil
        }
        let line = passage.lines[0]
        let heading = passage[word.upperBound + 1..<line.upperBound]
        let (title, name) = takeName(from: heading, of: "a directive", example: "thm-name")
        let number = inlines.add(title, cellsBefore: cellCount)
        let body = passage[min(line.upperBound + 1, passage.bytes.count)..<passage.bytes.count]
        let prose = body.isBlank ? [] : readProse(body)
        let blocks = prose + read(node.children.dropFirst())
        return { table in
            let directive = Directive(
                kind: kind, title: table[number], name: name, blocks: blocks.map { $0(table) })
            return Block(range: range, content: .directive(directive))
        }
    }

    /// The offsets of `KIND` in a passage that starts with `[!KIND]`.
    private func kindWord(_ passage: Passage) -> Range<Int>? {
        let bytes = passage.bytes
        guard bytes.starts(with: Array("[!".utf8)) else { return nil }
        var end = 2
        while end < bytes.count, bytes[end].isLetter || bytes[end].isNameByte { end += 1 }
        return end > 2 && end < bytes.count && bytes[end] == .closeBracket ? 2..<end : nil
    }
}
