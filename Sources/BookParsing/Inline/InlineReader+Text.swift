import BookModel

extension InlineReader {
    /// Reads a text node: formulas, citations and footnote references, and the text between them.
    mutating func readText(_ literal: [UInt8], hasEscapes: Bool) {
        // libcmark leaves an empty node where it stripped the blanks of a line break.
        guard !literal.isEmpty else { return }
        if let end = endOfPlainText(literal) {
            let start = cursor
            cursor = end
            return emit(.text(String(decoding: literal, as: UTF8.self)), start..<end)
        }
        let units = units(of: literal, hasEscapes: hasEscapes)
        var textStart = 0
        var index = 0
        while index < units.count {
            guard let found = construct(in: units, at: index) else {
                index += 1
                continue
            }
            emitText(units[textStart..<index])
            if let content = found.content {
                emit(content, units[index].source.lowerBound..<units[found.end - 1].source.upperBound)
            }
            index = found.end
            textStart = index
        }
        emitText(units[textStart...])
    }

    /// The end of a text that the source spells as it is and in which nothing can be found; most texts are
    /// such.
    private func endOfPlainText(_ literal: [UInt8]) -> Int? {
        let end = cursor + literal.count
        guard end <= bytes.count, bytes[cursor..<end].elementsEqual(literal) else { return nil }
        let isPlain = literal.allSatisfy {
            $0 != .openBracket && $0 != .backslash && $0 != .ampersand && $0 != MaskedPassage.open[0]
        }
        return isPlain ? end : nil
    }

    private mutating func emitText(_ units: ArraySlice<TextUnit>) {
        guard let first = units.first, let last = units.last else { return }
        emit(.text(string(units)), first.source.lowerBound..<last.source.upperBound)
    }

    private func string(_ units: ArraySlice<TextUnit>) -> String {
        let bytes = units.flatMap { unit in
            unit.mark.map { source.passage.bytes[source.replaced[$0].range] } ?? unit.text
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: - Units

    /// Splits a text node into the pieces that the source spells, and moves the cursor over them.
    private mutating func units(of literal: [UInt8], hasEscapes: Bool) -> [TextUnit] {
        var units: [TextUnit] = []
        units.reserveCapacity(literal.count)
        var index = 0
        while index < literal.count {
            guard let unit = unit(of: literal, at: index, hasEscapes: hasEscapes) else {
                lose()
                let rest = cursor..<min(bytes.count, cursor + literal.count - index)
                return units + [TextUnit(text: literal[index...], source: rest)]
            }
            units.append(unit)
            cursor = unit.source.upperBound
            index += unit.text.count
        }
        return units
    }

    private mutating func unit(of literal: [UInt8], at index: Int, hasEscapes: Bool) -> TextUnit? {
        guard cursor < bytes.count else { return nil }
        let byte = bytes[cursor]
        if byte == MaskedPassage.open[0], let mark = MaskedPassage.mark(in: bytes, at: cursor),
            source.replaced.indices.contains(mark.number)
        {
            let length = mark.end - cursor
            guard index + length <= literal.count else { return nil }
            return TextUnit(
                text: literal[index..<index + length], source: cursor..<mark.end, mark: mark.number)
        }
        if hasEscapes, byte == .backslash, cursor + 1 < bytes.count, bytes[cursor + 1].isPunctuation,
            literal[index] == bytes[cursor + 1]
        {
            return TextUnit(text: literal[index...index], source: cursor..<cursor + 2, isEscaped: true)
        }
        if byte == .ampersand, let entity = entities.entity(in: bytes, at: cursor),
            literal[index...].starts(with: entity.text)
        {
            return TextUnit(
                text: literal[index..<index + entity.text.count], source: cursor..<entity.end, isEscaped: true
            )
        }
        return byte == literal[index]
            ? TextUnit(text: literal[index...index], source: cursor..<cursor + 1) : nil
    }

    // MARK: - Constructs

    /// What starts at a unit, and the unit after it; content is `nil` for what shows nothing.
    private func construct(in units: [TextUnit], at index: Int) -> (content: Inline.Content?, end: Int)? {
        if let mark = units[index].mark, case .formula(let formula) = source.replaced[mark] {
            let tex = String(decoding: source.passage.bytes[formula.tex], as: UTF8.self)
            return (formula.kind == .inline ? .math(tex) : .displayMath(trimmed(tex)), index + 1)
        }
        guard isPlain(units, index, .openBracket), index + 1 < units.count else { return nil }
        if isPlain(units, index + 1, UInt8(ascii: "^")) { return footnoteReference(in: units, at: index) }
        if isPlain(units, index + 1, UInt8(ascii: "@")) { return citation(in: units, at: index) }
        return nil
    }

    private func isPlain(_ units: [TextUnit], _ index: Int, _ byte: UInt8) -> Bool {
        units.indices.contains(index) && !units[index].isEscaped && units[index].text.first == byte
    }

    private func trimmed(_ text: String) -> String {
        let scalars = text.drop { $0.isWhitespace }
        return String(scalars.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The unit of the next `]`, if no `[` comes before it.
    private func closingBracket(in units: [TextUnit], after index: Int) -> Int? {
        var next = index + 1
        while next < units.count {
            if isPlain(units, next, .closeBracket) { return next }
            if isPlain(units, next, .openBracket) { return nil }
            next += 1
        }
        return nil
    }

    /// `[^name]`
    private func footnoteReference(in units: [TextUnit], at index: Int) -> (
        content: Inline.Content?, end: Int
    )? {
        guard let close = closingBracket(in: units, after: index) else { return nil }
        let name = string(units[index + 2..<close])
        guard !name.isEmpty, name.utf8.allSatisfy(\.isNameByte) else { return nil }
        return (.footnoteReference(name: name), close + 1)
    }

    /// `[@key, locator; @key]`
    private func citation(in units: [TextUnit], at index: Int) -> (content: Inline.Content?, end: Int)? {
        guard let close = closingBracket(in: units, after: index) else {
            let opening = units[index].source.lowerBound..<units[index + 1].source.upperBound
            findings.add(.unclosedCitation(at: place(opening)))
            return nil
        }
        var items: [Citation.Item] = []
        for part in units[index + 1..<close].split(separator: UInt8(ascii: ";"), of: \.plainByte) {
            guard let item = citationItem(part) else {
                let words = part.drop { $0.text == [UInt8(ascii: " ")] }
                let start = words.first?.source.lowerBound ?? units[index].source.lowerBound
                let range = start..<max(words.last?.source.upperBound ?? 0, start + 1)
                findings.add(.unreadableCitation(string(words), at: place(range)))
                continue
            }
            items.append(item)
        }
        return items.isEmpty ? nil : (.citation(Citation(items: items)), close + 1)
    }

    private func citationItem(_ units: ArraySlice<TextUnit>) -> Citation.Item? {
        let units = units.drop { $0.text.first?.isBlankOrLineFeed == true }
        let text = trimmed(string(units))
        guard text.first == "@" else { return nil }
        let parts = text.dropFirst().split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false)
        guard let key = parts.first, !key.isEmpty, key.utf8.allSatisfy(\.isCitationKeyByte),
            let start = units.first?.source.lowerBound
        else {
            return nil
        }
        let locator = parts.count > 1 ? trimmed(String(parts[1])) : ""
        // A key is plain bytes, so each of its units is one byte of the source.
        return Citation.Item(
            key: String(key), locator: locator.isEmpty ? nil : locator,
            range: place(start..<start + 1 + key.utf8.count))
    }
}

extension TextUnit {
    /// The byte, where the source spells it as it is.
    fileprivate var plainByte: UInt8? { isEscaped ? nil : text.first }
}

extension ArraySlice {
    /// The parts between elements whose property is `separator`, the empty ones left out.
    fileprivate func split(separator: UInt8, of property: (Element) -> UInt8?) -> [ArraySlice] {
        split { property($0) == separator }
    }
}
