import BookModel

/// A fenced block of the source: its opening line, whether it is closed, and its code.
struct FencedBlock {
    let fence: Fence
    let range: SourceRange
    let code: String
    let isClosed: Bool

    /// The opening line.
    func openingRange(in text: SourceText) -> SourceRange {
        text.range(from: range.start, throughLine: range.start.line)
    }
}

extension BlockReader {
    /// A cell, a listing or a formula.
    func readCode(_ node: CmarkNode) -> [Draft] {
        let literal = literal(of: node)
        let code = literal.hasSuffix("\n") ? String(literal.dropLast()) : literal
        guard let fence = Fence(text, line: node.startLine, containers: containers) else {
            if let footnoteEnd, footnoteEnd < node.startLine, footnoteEnd + 3 > node.startLine {
                findings.add(
                    .footnoteContinuation(
                        at: text.range(from: range(of: node).start, throughLine: node.startLine)))
            }
            return [fixed(.listing(Listing(language: nil, code: code)), range(of: node))]
        }
        let block = fencedBlock(node, fence, code)
        checkFences(block)
        guard let language = fence.words.first else {
            return [fixed(.listing(Listing(language: nil, code: code)), block.range)]
        }
        switch language.text {
        case "swift" where fence.words.dropFirst().first?.text == "show":
            if let extra = fence.words.dropFirst(2).first(where: { !$0.text.hasPrefix("{#") }) {
                findings.add(.flagOfListing(extra.text, at: text.range(extra.offsets)))
            }
        case "swift": return [readCell(block)]
        case "math": return [readMathFence(block)]
        default: checkLanguage(language)
        }
        let listing = Listing(language: language.text, code: code, name: name(of: fence))
        return [fixed(.listing(listing), block.range)]
    }

    /// The name of a listing: `{#lst-name}` as the last word of its fence.
    private func name(of fence: Fence) -> String? {
        guard let last = fence.words.dropFirst().last, last.text.hasPrefix("{#") else { return nil }
        return takeName(from: Passage(text, last.offsets), of: "a listing", example: "lst-name").name
    }

    private func fencedBlock(_ node: CmarkNode, _ fence: Fence, _ code: String) -> FencedBlock {
        let start = SourcePosition(line: node.startLine, column: node.startColumn)
        let last = min(node.endLine, text.lineCount)
        let end = last > start.line ? Fence(text, line: last, containers: containers) : nil
        let isClosed = end.map(fence.isClosed) ?? false
        let codeLines = code.isEmpty ? 0 : code.utf8.reduce(1) { $1 == .lineFeed ? $0 + 1 : $0 }
        let range = text.range(from: start, throughLine: isClosed ? last : start.line + codeLines)
        return FencedBlock(fence: fence, range: range, code: code, isClosed: isClosed)
    }

    /// ```` ```math {#eq-name} ````
    private func readMathFence(_ block: FencedBlock) -> Draft {
        var name: String?
        if let first = block.fence.words.dropFirst().first, let last = block.fence.words.last {
            let passage = Passage(text, first.offsets.lowerBound..<last.offsets.upperBound)
            let taken = takeName(from: passage, of: "a formula", example: "eq-name")
            name = taken.name
            if !taken.rest.isBlank {
                findings.add(.mathInfo(at: taken.rest.range(0..<taken.rest.trimmed().bytes.count, in: text)))
            }
        }
        return fixed(.math(DisplayMath(tex: block.code, name: name)), block.range)
    }

    // MARK: - Mistakes

    /// A language that is nearly `swift`: the block would be shown and not run, without a word.
    private func checkLanguage(_ language: Fence.Word) {
        let word = language.text
        let isNear = Spelling.nearest(to: word, among: ["swift"]) != nil
        let isAttached = word.hasPrefix("swift") && word.dropFirst(5).first?.isLetter == false
        if isNear || isAttached || word.hasPrefix("{swift") {
            findings.add(.unknownLanguage(word, at: text.range(language.offsets)))
        }
    }

    /// A fence that is not closed, or that seems to be closed by the end of another one.
    private func checkFences(_ block: FencedBlock) {
        let marker = String(
            decoding: Array(repeating: block.fence.character, count: block.fence.length), as: UTF8.self)
        let suspects = suspects(in: block)
        if !block.isClosed {
            findings.add(.unclosedFence(marker, at: block.openingRange(in: text), suspects: suspects))
        } else if let opening = suspects.first(where: \.isOpening) {
            findings.add(.interruptedFence(marker, at: block.openingRange(in: text), by: opening.range))
        }
    }

    /// The lines of a block that look like fences, at most one of each kind.
    private func suspects(in block: FencedBlock) -> [SuspectFence] {
        let first = block.range.start.line + 1
        let last = block.isClosed ? block.range.end.line - 1 : block.range.end.line
        guard first <= last else { return [] }
        var found: [SuspectFence] = []
        for line in first...last {
            guard let fence = Fence(text, line: line, containers: containers) else { continue }
            let isOpening = block.fence.seemsInterrupted(by: fence)
            guard isOpening || fence.words.isEmpty, !found.contains(where: { $0.isOpening == isOpening })
            else {
                continue
            }
            let place = text.trimmedLine(line)
            let start = text.bytes[place].firstIndex { $0 == fence.character } ?? place.lowerBound
            found.append(
                SuspectFence(
                    isOpening: isOpening, length: fence.length,
                    isOtherCharacter: fence.character != block.fence.character,
                    range: text.range(start..<place.upperBound)))
        }
        return found
    }
}

/// A line inside a fenced block that looks like a fence itself.
struct SuspectFence {
    let isOpening: Bool
    let length: Int
    let isOtherCharacter: Bool
    let range: SourceRange
}
