import BookModel

/// Reads lists of names: `Goldwasser, Shafi and Michael P. Kim and others`.
///
/// A name is `First von Last`, `von Last, First` or `von Last, Jr, First`. The words of `von` are those that
/// start with a small letter; what stands in braces is one word.
struct PersonNameReader {
    let text: SourceText
    let findings: Findings

    /// A word, or a comma, at depth 0 of braces.
    private struct Token {
        let offsets: Range<Int>
        let isComma: Bool
    }

    func list(_ field: BibTeXEntry.Field) -> PersonList {
        let value = field.value
        let groups = tokens(of: value).split(omittingEmptySubsequences: false) {
            isWord($0, "and", of: value)
        }
        var names: [PersonName] = []
        for (number, group) in groups.enumerated() {
            if group.count == 1, let only = group.first, isWord(only, "others", of: value), number > 0 {
                guard number == groups.count - 1 else {
                    findings.add(.othersNotLast(at: value.range(only.offsets, in: text)))
                    continue
                }
                return PersonList(names, hasOthers: true)
            }
            if let name = name(group, of: field) { names.append(name) }
        }
        return PersonList(names)
    }

    private func isWord(_ token: Token, _ word: String, of value: Passage) -> Bool {
        !token.isComma && value.bytes[token.offsets].elementsEqual(word.utf8)
    }

    private func tokens(of value: Passage) -> [Token] {
        let bytes = value.bytes
        var tokens: [Token] = []
        var start = 0
        var depth = 0
        func endWord(_ end: Int) {
            // `\ ` is a space.
            let isSpace = end > start && bytes[end - 1] == .backslash && end < bytes.count
            let end = isSpace ? end - 1 : end
            if end > start { tokens.append(Token(offsets: start..<end, isComma: false)) }
        }
        for index in bytes.indices {
            if bytes[index] == .openBrace { depth += 1 }
            if bytes[index] == .closeBrace { depth -= 1 }
            guard depth == 0 else { continue }
            // `\~` is an accent, and `\,` a thin space within a name.
            let isEscaped = index > 0 && bytes[index - 1] == .backslash
            let isMark = bytes[index] == UInt8(ascii: "~") || bytes[index] == .comma
            guard bytes[index].isBlankOrLineFeed || (isMark && !isEscaped) else { continue }
            endWord(index)
            if bytes[index] == .comma { tokens.append(Token(offsets: index..<index + 1, isComma: true)) }
            start = index + 1
        }
        endWord(bytes.count)
        return tokens
    }

    // MARK: - One name

    private func name(_ tokens: ArraySlice<Token>, of field: BibTeXEntry.Field) -> PersonName? {
        let value = field.value
        let parts = tokens.split(omittingEmptySubsequences: false, whereSeparator: \.isComma).map(Array.init)
        guard let first = tokens.first, let last = tokens.last else {
            findings.add(.emptyName(in: field.name, at: text.range(field.nameOffsets)))
            return nil
        }
        let whole = value.range(first.offsets.lowerBound..<last.offsets.upperBound, in: text)
        guard parts.count <= 3, !parts[0].isEmpty else {
            findings.add(
                .unreadableName(
                    value[first.offsets.lowerBound..<last.offsets.upperBound].string,
                    commas: parts.count - 1, at: whole))
            return nil
        }
        func string(_ tokens: some Collection<Token>) -> String { self.string(tokens, of: value) }
        if parts.count == 1 {
            let (given, particle, family) = split(parts[0], of: value)
            return PersonName(given: string(given), particle: string(particle), family: string(family))
        }
        let family = parts[0]
        let lastSmall = family.dropLast().lastIndex { startsSmall($0, of: value) }
        let particleCount = lastSmall.map { $0 + 1 } ?? 0
        return PersonName(
            given: string(parts[parts.count - 1]), particle: string(family.prefix(particleCount)),
            family: string(family.dropFirst(particleCount)),
            suffix: parts.count == 3 ? string(parts[1]) : "")
    }

    /// `First von Last`: `von` goes from the first to the last small word that is not the last word.
    private func split(_ words: [Token], of value: Passage)
        -> (given: ArraySlice<Token>, particle: ArraySlice<Token>, family: ArraySlice<Token>)
    {
        let small = words.dropLast().indices.filter { startsSmall(words[$0], of: value) }
        guard let first = small.first, let last = small.last else {
            return (words.dropLast(), [], words.suffix(1))
        }
        return (words[..<first], words[first...last], words[(last + 1)...])
    }

    /// Whether the first letter outside of braces is small; one under an accent in braces counts too.
    private func startsSmall(_ token: Token, of value: Passage) -> Bool {
        let bytes = value.bytes[token.offsets]
        let isAccented = bytes.starts(with: Array("{\\".utf8))
        guard bytes.first != .openBrace || isAccented else { return false }
        let letters = LaTeXReader.string(value[token.offsets], text: text, findings: Findings(file: ""))
        return letters.first(where: \.isLetter)?.isLowercase == true
    }

    private func string(_ tokens: some Collection<Token>, of value: Passage) -> String {
        tokens.map { LaTeXReader.string(value[$0.offsets], text: text, findings: findings) }
            .joined(separator: " ")
    }
}
