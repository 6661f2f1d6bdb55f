/// The tokens of Swift code, as far as they can be told without the compiler: words, strings and signs, without
/// comments. What stands in an interpolation is code and is read as such.
///
/// The compiler is asked wherever it runs anyway; this is for what must be known without starting it.
struct CodeTokens {
    enum Token: Hashable {
        /// A name, a keyword, a number, or anything else that is made of letters, digits, `_` and what is not ASCII.
        case word(String)
        /// A string; `nil` when it holds an escape or an interpolation.
        case string(String?)
        case sign(Character)
    }

    /// A token and its byte offset in the code.
    struct Place: Hashable {
        let token: Token
        let offset: Int
    }

    private let bytes: [UInt8]
    private var next = 0
    private var places: [Place] = []

    static func places(in code: String) -> [Place] {
        var tokens = CodeTokens(bytes: Array(code.utf8))
        tokens.read(untilClosed: false)
        return tokens.places
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func isNext(_ text: String, at offset: Int? = nil) -> Bool {
        bytes[(offset ?? next)...].starts(with: text.utf8)
    }

    /// Reads to the end of the code, or behind the bracket that closes an interpolation.
    private mutating func read(untilClosed: Bool) {
        var depth = 0
        while next < bytes.count {
            let start = next
            if isNext("//") {
                next = bytes[next...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            } else if isNext("/*") {
                skipComment()
            } else if startsString() {
                readString(from: start)
            } else if Self.isPartOfWord(bytes[next]) {
                next = bytes[next...].firstIndex { !Self.isPartOfWord($0) } ?? bytes.count
                add(.word(String(decoding: bytes[start..<next], as: UTF8.self)), start)
            } else {
                let sign = Character(UnicodeScalar(bytes[next]))
                next += 1
                if sign == "(" { depth += 1 }
                if sign == ")" { depth -= 1 }
                if untilClosed, depth < 0 { return }
                if !sign.isWhitespace { add(.sign(sign), start) }
            }
        }
    }

    private mutating func add(_ token: Token, _ offset: Int) {
        places.append(Place(token: token, offset: offset))
    }

    /// Comments may hold comments.
    private mutating func skipComment() {
        var depth = 0
        repeat {
            if isNext("/*") {
                depth += 1
                next += 2
            } else if isNext("*/") {
                depth -= 1
                next += 2
            } else {
                next += 1
            }
        } while depth > 0 && next < bytes.count
    }

    /// Whether a quotation mark follows, with `#` in front of it or not.
    private func startsString() -> Bool {
        bytes[next...].first { $0 != UInt8(ascii: "#") } == UInt8(ascii: "\"")
    }

    private mutating func readString(from start: Int) {
        let marks = bytes[next...].prefix { $0 == UInt8(ascii: "#") }.count
        next += marks
        let fence = String(repeating: "#", count: marks)
        let quotes = isNext("\"\"\"") ? "\"\"\"" : "\""
        next += quotes.utf8.count
        let content = next
        var isPlain = true
        while next < bytes.count, !isNext(quotes + fence) {
            if isNext("\\" + fence) {
                isPlain = false
                next += 1 + marks
                let isInterpolation = isNext("(")
                next = min(next + 1, bytes.count)
                if isInterpolation { read(untilClosed: true) }
            } else if quotes.utf8.count == 1, bytes[next] == UInt8(ascii: "\n") {
                // The author forgot to close it: the compiler will say so.
                return
            } else {
                next += 1
            }
        }
        let text = String(decoding: bytes[content..<next], as: UTF8.self)
        next = min(next + (quotes + fence).utf8.count, bytes.count)
        add(.string(isPlain ? text : nil), start)
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        let character = Character(UnicodeScalar(byte))
        return byte >= 0x80 || character == "_" || character.isLetter || character.isNumber
    }
}
