/// What binds tighter than emphasis and links: code spans and formulas, found in the source of a passage.
///
/// libcmark does not know math, and has read `_`, `*` and `\` in a formula as Markdown before anyone could
/// look at its text nodes. So formulas are found first, in the source, by one pass from left to right: a
/// backslash escape, a code span, an autolink, a comment and the destination of a link are skipped as
/// CommonMark reads them; then `$` decides.
///
/// - `$…$`: no blank after the opening dollar and before the closing one, no digit after the closing one; the
///   next
///   dollar that no backslash escapes must be the closing one. A formula does not cross a code span, so that
///   `$5 and `code` for $6` keeps its code.
/// - `$$…$$`: anything but blanks in between.
/// - `` $`…`$ ``: a code span between dollars; all of its bytes are TeX.
struct InlineScan {
    private(set) var codeSpans: [Range<Int>] = []
    private(set) var formulas: [Formula] = []
    /// Where the first `$$` stands that nothing closes.
    private(set) var unclosedDisplay: Range<Int>?
    private let bytes: [UInt8]
    /// The last place of a run of backticks of each length: without a later run of the same length, nothing
    /// closes.
    private var lastRuns: [Int: Int] = [:]

    /// - Complexity: linear in the number of bytes.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var index = 0
        while index < bytes.count {
            let length = runLength(of: .backtick, at: index)
            if length > 0 { lastRuns[length] = index }
            index += max(length, 1)
        }
        index = 0
        while index < bytes.count { index = step(index) }
    }

    /// Reads what starts at `index` and returns where the next thing starts.
    private mutating func step(_ index: Int) -> Int {
        switch bytes[index] {
        case .backslash: index + (isEscape(index) ? 2 : 1)
        case .backtick: codeSpan(index)
        case .lessThan: LinkSyntax.autolink(bytes, index) ?? comment(index) ?? index + 1
        case .closeBracket: LinkSyntax.inlineTail(bytes, index + 1) ?? index + 1
        case .dollar: formula(index)
        default: index + 1
        }
    }

    private func isEscape(_ index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index + 1].isPunctuation
    }

    private func runLength(of byte: UInt8, at index: Int) -> Int {
        var end = index
        while end < bytes.count, bytes[end] == byte { end += 1 }
        return end - index
    }

    /// The end of the code span that starts at `index`, or `nil` where nothing closes it.
    private func codeSpanEnd(_ index: Int) -> Int? {
        let length = runLength(of: .backtick, at: index)
        guard let last = lastRuns[length], last > index else { return nil }
        var next = index + length
        while next <= last {
            let run = runLength(of: .backtick, at: next)
            if run == length { return next + run }
            next += max(run, 1)
        }
        return nil
    }

    private mutating func codeSpan(_ index: Int) -> Int {
        guard let end = codeSpanEnd(index) else { return index + runLength(of: .backtick, at: index) }
        codeSpans.append(index..<end)
        return end
    }

    private func comment(_ index: Int) -> Int? {
        let open = Array("<!--".utf8)
        let close = Array("-->".utf8)
        guard bytes[index...].starts(with: open) else { return nil }
        var next = index + open.count
        while next + close.count <= bytes.count {
            if bytes[next] == close[0], bytes[next...].starts(with: close) { return next + close.count }
            next += 1
        }
        return nil
    }

    private mutating func formula(_ index: Int) -> Int {
        let formula = codeFormula(index) ?? displayFormula(index) ?? inlineFormula(index)
        guard let formula else { return index + runLength(of: .dollar, at: index) }
        formulas.append(formula)
        return formula.range.upperBound
    }

    /// `` $`…`$ ``
    private func codeFormula(_ index: Int) -> Formula? {
        let ticks = runLength(of: .backtick, at: index + 1)
        guard ticks > 0, let end = codeSpanEnd(index + 1), end < bytes.count, bytes[end] == .dollar else {
            return nil
        }
        return Formula(
            kind: .inline, range: index..<end + 1, tex: index + 1 + ticks..<end - ticks)
    }

    /// `$$…$$`
    private mutating func displayFormula(_ index: Int) -> Formula? {
        guard runLength(of: .dollar, at: index) == 2, unclosedDisplay == nil else { return nil }
        var next = index + 2
        while next + 1 < bytes.count {
            if bytes[next] == .backslash {
                next += 2
            } else if bytes[next] == .dollar, bytes[next + 1] == .dollar {
                let tex = index + 2..<next
                let isEmpty = bytes[tex].allSatisfy(\.isBlankOrLineFeed)
                return isEmpty ? nil : Formula(kind: .display, range: index..<next + 2, tex: tex)
            } else {
                next += 1
            }
        }
        unclosedDisplay = index..<index + 2
        return nil
    }

    /// `$…$`
    private func inlineFormula(_ index: Int) -> Formula? {
        guard runLength(of: .dollar, at: index) == 1, index + 1 < bytes.count,
            !bytes[index + 1].isBlankOrLineFeed
        else { return nil }
        var next = index + 1
        while next < bytes.count {
            switch bytes[next] {
            case .backslash: next += 2
            case .backtick where codeSpanEnd(next) != nil: return nil
            case .backtick: next += runLength(of: .backtick, at: next)
            case .dollar:
                let isClosing =
                    !bytes[next - 1].isBlankOrLineFeed
                    && !(next + 1 < bytes.count && bytes[next + 1].isDigit)
                return isClosing
                    ? Formula(kind: .inline, range: index..<next + 1, tex: index + 1..<next) : nil
            default: next += 1
            }
        }
        return nil
    }
}
