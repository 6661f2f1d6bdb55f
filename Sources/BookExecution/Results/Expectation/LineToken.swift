/// A piece of a line as tolerances see it: a number, or text that must be the same.
struct LineToken: Hashable {
    enum Kind: Hashable {
        case number(Double)
        /// One or more blanks.
        case blanks
        /// A rule below the heading of a table, of any length.
        case rule
        case text
    }

    let kind: Kind
    let text: String
    /// Offsets of characters in the line.
    let range: Range<Int>

    /// The value of a number; `nil` for everything else.
    var number: Double? { if case .number(let value) = kind { value } else { nil } }

    /// What is the same in lines that differ in their numbers only.
    var shape: String {
        switch kind {
        case .number: "0"
        case .blanks: " "
        case .rule: "─"
        case .text: text
        }
    }
}

extension LineToken {
    /// The line in pieces, from its first character that is not blank: numbers of other lengths move what is aligned.
    ///
    /// - `-1.5e-3`, `1,000,000` and `12` in `12ms` are numbers; a sign belongs to one that does not follow a letter,
    ///   a digit or a bracket.
    /// - `x1`, `2024-01-02`, `10:30` and `1.2.3` are text.
    static func tokens(of line: String) -> [LineToken] {
        var scan = LineScan(Array(line))
        return scan.tokens()
    }
}

/// Reads the pieces of one line.
private struct LineScan {
    let characters: [Character]
    var next = 0

    init(_ characters: [Character]) {
        self.characters = characters
    }

    mutating func tokens() -> [LineToken] {
        skip { $0.isWhitespace }
        var tokens: [LineToken] = []
        while next < characters.count {
            let start = next
            let kind = read()
            tokens.append(
                LineToken(kind: kind, text: String(characters[start..<next]), range: start..<next))
        }
        return tokens
    }

    private mutating func read() -> LineToken.Kind {
        let first = characters[next]
        if first.isWhitespace {
            skip { $0.isWhitespace }
            return .blanks
        }
        if first == "─" {
            skip { $0 == "─" }
            return .rule
        }
        if first.isLetter || first == "_" {
            skip { $0.isLetter || $0.isNumber || $0 == "_" }
            return .text
        }
        if isDigit(next) || (isSign(next) && isDigit(next + 1) && !isBehindOperand) { return readNumber() }
        next += 1
        return .text
    }

    private mutating func readNumber() -> LineToken.Kind {
        let start = next
        if isSign(next) { next += 1 }
        readInteger()
        if character(next) == ".", isDigit(next + 1) {
            next += 1
            skipDigits()
        }
        readExponent()
        // Dates, times and versions are no numbers that may be a little off.
        guard !isCode else {
            skip { $0.isLetter || $0.isNumber || "-:.".contains($0) }
            return .text
        }
        let digits = String(characters[start..<next].filter { $0 != "," }.map { $0 == "\u{2212}" ? "-" : $0 })
        return Double(digits).map(LineToken.Kind.number) ?? .text
    }

    /// Digits, with commas between groups of three where all groups are full.
    private mutating func readInteger() {
        let start = next
        skipDigits()
        guard next - start <= 3 else { return }
        while character(next) == ",", (1...3).allSatisfy({ isDigit(next + $0) }), !isDigit(next + 4) {
            next += 4
        }
    }

    private mutating func readExponent() {
        guard character(next) == "e" || character(next) == "E" else { return }
        let digits = isSign(next + 1) ? next + 2 : next + 1
        guard isDigit(digits) else { return }
        next = digits
        skipDigits()
    }

    /// Whether what follows makes the digits before it part of a date, a time or a version.
    private var isCode: Bool {
        guard let mark = character(next), "-:.".contains(mark) else { return false }
        return isDigit(next + 1)
    }

    /// Whether a sign here would stand between two operands: `a-1`, `3-1`, `)-1`.
    private var isBehindOperand: Bool {
        guard next > 0 else { return false }
        let before = characters[next - 1]
        return before.isLetter || before.isNumber || before == ")" || before == "]" || before == "_"
    }

    private func isSign(_ index: Int) -> Bool {
        character(index) == "-" || character(index) == "+" || character(index) == "\u{2212}"
    }

    private func isDigit(_ index: Int) -> Bool {
        character(index).map { $0.isASCII && $0.isNumber } ?? false
    }

    private func character(_ index: Int) -> Character? {
        index < characters.count ? characters[index] : nil
    }

    private mutating func skipDigits() {
        while isDigit(next) { next += 1 }
    }

    private mutating func skip(_ belongs: (Character) -> Bool) {
        while next < characters.count, belongs(characters[next]) { next += 1 }
    }
}
