/// The names that a piece of code defines for itself: variables, parameters, what closures take.
struct LocalNames {
    private(set) var names: Set<String> = []

    init(in tokens: [CodeTokens.Token]) {
        for number in tokens.indices {
            guard case .word(let word) = tokens[number] else { continue }
            if number > 0, case .word(let before) = tokens[number - 1], Self.introducers.contains(before) {
                names.insert(word)
            }
            // A parameter, or a variable with its type.
            if number + 1 < tokens.count, tokens[number + 1] == .sign(":") { names.insert(word) }
            if word == "in" { addClosureParameters(tokens, before: number) }
            if ["let", "var", "for", "case"].contains(word) { addTuple(tokens, after: number) }
        }
    }

    /// Words behind which a name is defined.
    static let introducers: Set<String> = [
        "let", "var", "func", "class", "struct", "enum", "protocol", "actor", "typealias", "case", "for",
        "macro",
        "operator", "extension", "associatedtype", "import",
    ]

    /// What stands between `{` and `in`: names, types, commas, brackets.
    private mutating func addClosureParameters(_ tokens: [CodeTokens.Token], before end: Int) {
        var found: [String] = []
        for number in (0..<end).reversed() {
            switch tokens[number] {
            case .word(let word): found.append(word)
            case .sign("{"):
                names.formUnion(found)
                return
            case .sign(let sign): guard "(),:[]<>?.&@-".contains(sign) else { return }
            case .string: return
            }
        }
    }

    /// The names of `let (a, b)`.
    private mutating func addTuple(_ tokens: [CodeTokens.Token], after start: Int) {
        guard start + 1 < tokens.count, tokens[start + 1] == .sign("(") else { return }
        for token in tokens[(start + 2)...] {
            switch token {
            case .word(let word): names.insert(word)
            case .sign(let sign): guard ",(:_".contains(sign) else { return }
            case .string: return
            }
        }
    }
}

/// The words of Swift that are no names.
enum Keywords {
    static let all: Set<String> = [
        "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch", "class",
        "consume",
        "consuming", "continue", "convenience", "copy", "default", "defer", "deinit", "didSet", "discard",
        "do",
        "dynamic", "each", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "final", "for",
        "func",
        "get", "guard", "if", "import", "in", "indirect", "infix", "init", "inout", "internal", "is",
        "isolated", "lazy",
        "let", "mutating", "nil", "nonisolated", "nonmutating", "open", "operator", "optional", "override",
        "package",
        "postfix", "precedencegroup", "prefix", "private", "protocol", "public", "repeat", "required",
        "rethrows",
        "return", "self", "sending", "set", "some", "static", "struct", "subscript", "super", "switch",
        "then", "throw",
        "throws", "true", "try", "typealias", "unowned", "unsafe", "var", "weak", "where", "while", "willSet",
        "_",
        "newValue", "oldValue", "error",
    ]
}
