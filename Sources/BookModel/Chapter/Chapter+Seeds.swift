extension Chapter {
    /// The literals that the chapter's cells hand over as `seed:`, each once, in the order of the page: what
    /// its random numbers come from.
    ///
    /// Only literals: a `seed: number` in a loop says where the loop stands, not where the numbers come from.
    public var seeds: [String] {
        var seen: Set<String> = []
        return cells.flatMap { SeedScanner.literals(in: $0.code) }.filter { seen.insert($0).inserted }
    }
}

/// Finds the literals behind `seed:` in Swift code, and not in its comments and strings.
private enum SeedScanner {
    static func literals(in code: String) -> [String] {
        var found: [String] = []
        var rest = Substring(code)
        var isInWord = false
        while let next = rest.first {
            if rest.hasPrefix("//") {
                rest = rest.drop { !$0.isNewline }
            } else if next == "\"" {
                rest = rest.dropFirst(string(rest)?.count ?? 1)
            } else if !isInWord, let literal = seed(rest) {
                found.append(String(literal))
                rest = rest[literal.endIndex...]
            } else {
                isInWord = next.isLetter || next.isNumber || next == "_"
                rest = rest.dropFirst()
            }
        }
        return found
    }

    /// The literal of a text that starts with `seed:` and one.
    private static func seed(_ text: Substring) -> Substring? {
        guard text.hasPrefix("seed:") else { return nil }
        let value = text.dropFirst("seed:".count).drop { $0 == " " }
        if value.first == "\"" { return string(value) }
        let number = value.prefix { $0.isHexDigit || $0 == "_" || $0 == "x" }
        return number.first?.isNumber == true ? number : nil
    }

    /// The string literal at the start of a text, with its quotes; `nil` where its line does not close it.
    private static func string(_ text: Substring) -> Substring? {
        var isEscaped = false
        for place in text.indices.dropFirst() {
            switch text[place] {
            case _ where isEscaped: isEscaped = false
            case "\\": isEscaped = true
            case "\"": return text[...place]
            case let character where character.isNewline: return nil
            default: break
            }
        }
        return nil
    }
}
