import BookModel

/// What the text of a piece shows about its use of variables.
struct PastedText {
    /// Whether its statements run, and leave what they change.
    let runs: Bool
    /// What it defines for others.
    let defined: Set<String>
    /// The members that its extensions give to types.
    let given: Set<String>
    /// Whether it may change what code means that mentions nothing of it: an operator, or something unclear.
    let reachesUnseen: Bool
    private let tokens: [CodeTokens.Token]
    /// Those of its functions and types.
    private let declarations: [CodeTokens.Token]

    init(_ piece: ChapterPiece, syntax: CellSyntax?) {
        let code: String
        switch piece.content {
        case .cell(let planned):
            code = planned.cell.code
            runs = ![.trapping, .compiled].contains(planned.role)
        case .value(let value):
            code = value.expression
            runs = true
        case .rejection(let rejection):
            code = rejection.cell.code
            runs = false
        }
        tokens = CodeTokens.places(in: code).map(\.token)
        let lines = syntax?.declarationLines(of: code)?.joined(separator: "\n")
        declarations = lines.map { CodeTokens.places(in: $0).map(\.token) } ?? (syntax == nil ? [] : tokens)
        defined = piece.interface.definitions
        given = Self.given(tokens)
        reachesUnseen =
            piece.interface.reachesAll && (syntax?.isUnclear != false || tokens.contains(.word("operator")))
    }

    /// The words of all of it, or of its declarations.
    func names(ofAll whole: Bool) -> Set<String> {
        Set((whole ? tokens : declarations).compactMap { if case .word(let word) = $0 { word } else { nil } })
    }

    /// The variables that it may change, all of it or its declarations.
    func changed(isOwn: Bool, variables: Set<String>, shared: Set<String>) -> Set<String> {
        let tokens = isOwn ? self.tokens : declarations
        var found: Set<String> = []
        for number in tokens.indices {
            guard case .word(let word) = tokens[number], !Self.isMember(tokens, number) else { continue }
            if shared.contains(word) || variables.contains(word) && Self.changes(tokens, at: number) {
                found.insert(word)
            }
        }
        return found
    }

    private static func isMember(_ tokens: [CodeTokens.Token], _ number: Int) -> Bool {
        guard number > 0, tokens[number - 1] == .sign(".") else { return false }
        return number < 2 || tokens[number - 2] != .sign(".")
    }

    // MARK: - Changes

    /// Whether the variable here is handed over to be changed, assigned to, or has a method called that may change it.
    private static func changes(_ tokens: [CodeTokens.Token], at number: Int) -> Bool {
        if number > 0 {
            if tokens[number - 1] == .sign("&") { return true }
            // It is defined here.
            if [.word("let"), .word("var")].contains(tokens[number - 1]) { return false }
        }
        var place = number + 1
        func sign(_ offset: Int = 0) -> Character? {
            guard place + offset < tokens.count, case .sign(let sign) = tokens[place + offset] else {
                return nil
            }
            return sign
        }
        while let next = sign() {
            switch next {
            case ".":
                guard place + 1 < tokens.count, case .word(let member) = tokens[place + 1] else {
                    return false
                }
                place += 2
                if sign() == "(" || sign() == "{" { return !Self.asking.contains(member) }
            case "[": place = Self.closing(tokens, place) + 1
            case "?", "!":
                guard sign(1) == "." || sign(1) == "[" else { return false }
                place += 1
            default: return isAssignment(tokens, place)
            }
        }
        return false
    }

    private static func closing(_ tokens: [CodeTokens.Token], _ start: Int) -> Int {
        var depth = 0
        for place in start..<tokens.count {
            if tokens[place] == .sign("[") { depth += 1 }
            if tokens[place] == .sign("]") { depth -= 1 }
            if depth == 0 { return place }
        }
        return tokens.count - 1
    }

    private static func isAssignment(_ tokens: [CodeTokens.Token], _ start: Int) -> Bool {
        var name = ""
        for token in tokens[start...] {
            guard case .sign(let sign) = token, "=+-*/%&|^<>".contains(sign) else { break }
            name.append(sign)
        }
        return name.hasSuffix("=") && !["==", "<=", ">=", "==="].contains(name)
    }

    /// Methods that change nothing.
    private static let asking: Set<String> = [
        "allSatisfy", "compactMap", "contains", "decimals", "distance", "dropFirst", "dropLast",
        "elementsEqual",
        "enumerated", "filter", "first", "firstIndex", "flatMap", "forEach", "isDisjoint", "isMultiple",
        "isSubset",
        "joined", "last", "lastIndex", "lowercased", "map", "mapValues", "max", "min", "percent", "prefix",
        "reduce",
        "reversed", "rounded", "scientific", "significant", "sorted", "split", "starts", "subtracting",
        "suffix",
        "union", "uppercased", "written",
    ]

    // MARK: - Extensions

    private static func given(_ tokens: [CodeTokens.Token]) -> Set<String> {
        guard let start = tokens.firstIndex(of: .word("extension")) else { return [] }
        let introducers: Set<String> = ["func", "var", "let", "typealias", "struct", "class", "enum"]
        var names: Set<String> = []
        for number in start..<tokens.count {
            guard case .word(let word) = tokens[number], number + 1 < tokens.count else { continue }
            if introducers.contains(word), case .word(let name) = tokens[number + 1] { names.insert(name) }
            if word == "extension", case .word(let type) = tokens[number + 1] {
                // What is made or seen differently is named by its type only.
                let rest = tokens[(number + 2)...].prefix { $0 != .word("extension") }
                let head = rest.prefix { $0 != .sign("{") }
                if head.contains(.sign(":")) || rest.contains(.word("init"))
                    || rest.contains(.word("subscript"))
                {
                    names.insert(type)
                }
            }
        }
        return names
    }
}
