/// What stands at the top level of a cell: its statements, the last expression, and what it defines.
struct CellSyntax: Hashable, Sendable, Codable {
    struct Statement: Hashable, Sendable, Codable {
        /// Byte offset in the cell's code.
        let offset: Int
        let constant: Constant?
    }

    /// A `let` or `var` with a literal value: what `--set` can change in a cell of parameters.
    struct Constant: Hashable, Sendable, Codable {
        let name: String
        /// Byte offset of the literal's last token in the cell's code.
        let lastToken: Int
        /// The kind of the literal as the compiler names it: `integer_literal_expr`.
        let literal: String
    }

    /// The executable statements at the top level, in order; declarations of types and functions are not among them.
    let statements: [Statement]
    /// The offset of the cell's last item when that is an expression.
    let lastExpression: Int?
    /// A variable at the top level.
    struct Variable: Hashable, Sendable, Codable {
        let name: String
        /// Byte offset of the name in the cell's code.
        let offset: Int
        /// Whether it is a `let`.
        let isConstant: Bool
        /// Whether it is stored and has a value from the start, without a wrapper or another attribute.
        let isSimple: Bool
    }

    /// A function, a type, an extension or something else that is declared at the top level.
    struct Declaration: Hashable, Sendable, Codable {
        /// `nil` where it has none: an extension, an import.
        let name: String?
        /// Whether a second one of the same name may be another function.
        let isFunction: Bool
        /// Whether it may change the meaning of code that does not mention it.
        let reachesAll: Bool
        /// Whether it is a type that may keep state in static properties.
        let mayHoldState: Bool
        /// Whether it may keep such state under a name that it does not define: an extension.
        let hidesState: Bool
        /// The module that it imports, where it is an import.
        let importedModule: String?
    }

    /// The variables at the top level, in order.
    let variables: [Variable]
    /// The declarations at the top level but variables, in order.
    let declarations: [Declaration]
    /// Whether something may be defined here that the parser's dump does not show: behind `#if`, by `guard`.
    let isUnclear: Bool
    /// Whether something of it runs when the program ends.
    let hasDefer: Bool
    /// The lines of each item at the top level, counted from 0 in the cell's code, and whether it is a declaration.
    let items: [ItemLines]

    struct ItemLines: Hashable, Sendable, Codable {
        let first: Int
        let last: Int
        let isDeclaration: Bool
        let isImport: Bool
    }

    /// The lines of the cell's imports, as they are written.
    func imports(in code: String) -> [String] {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        return items.filter(\.isImport).flatMap { item in
            lines.indices.contains(item.last) ? lines[item.first...item.last].map(String.init) : []
        }
    }

    static let empty = CellSyntax(
        statements: [], lastExpression: nil, variables: [], declarations: [], isUnclear: false,
        hasDefer: false, items: [])
}

extension CellSyntax {
    /// Reads the items of a dump that lie in a stretch of the parsed text: the cell's code, `offset` bytes from its
    /// beginning.
    init(items: some Sequence<SyntaxDump.Item>, code: String, offset: Int) {
        var statements: [Statement] = []
        var lastExpression: Int?
        var lastToken = 0
        var variables: [Variable] = []
        var declarations: [Declaration] = []
        var isUnclear = false
        var hasDefer = false
        // Whether the variables of the last pattern get values where they are defined.
        var haveValues = false
        let text = LineIndex(code)
        var lines: [ItemLines] = []
        for item in items {
            guard let range = item.range else { continue }
            let start = range.start - offset
            let end = range.end - offset
            if item.kind == "var_decl" {
                if let name = item.name?.baseName?.name {
                    variables.append(
                        Variable(
                            name: name, offset: start, isConstant: item.isConstant ?? false,
                            isSimple: haveValues && item.isPlain))
                }
                continue
            }
            let element = item.kind == "top_level_code_decl" ? item.body?.elements.first : nil
            let isExpression = element?.kind.hasSuffix("_expr") ?? false
            if let element {
                statements.append(
                    Statement(offset: start, constant: Self.constant(element, lastToken: end)))
                haveValues = element.patternEntries?.allSatisfy { $0.initializer != nil } ?? false
                isUnclear = isUnclear || element.kind == "guard_stmt"
                hasDefer = hasDefer || element.kind == "defer_stmt"
            } else {
                declarations.append(Declaration(item, text: text.bytes[start...end]))
            }
            let first = text.line(of: start)
            lines.append(
                ItemLines(
                    first: first, last: text.line(of: end), isDeclaration: element == nil,
                    isImport: item.kind == "import_decl"))
            lastExpression = isExpression ? start : nil
            lastToken = end
        }
        // The dump leaves out what stands between `#if` and `#endif`: what looks last may not be.
        let rest = String(decoding: code.utf8.dropFirst(lastToken), as: UTF8.self)
        self.init(
            statements: statements, lastExpression: Self.hasCondition(rest) ? nil : lastExpression,
            variables: variables, declarations: declarations, isUnclear: isUnclear || Self.hasCondition(code),
            hasDefer: hasDefer,
            items: lines)
    }

    private static func hasCondition(_ code: String) -> Bool {
        code.split(separator: "\n").contains { line in
            line.drop { $0 == " " || $0 == "\t" }.hasPrefix("#if")
        }
    }

    private static func constant(_ element: SyntaxDump.Element, lastToken: Int) -> Constant? {
        guard element.kind == "pattern_binding_decl", let entries = element.patternEntries,
            entries.count == 1,
            case .named(let name) = entries[0].pattern, let literal = entries[0].initializer?.kind,
            literal.hasSuffix("_literal_expr")
        else { return nil }
        return Constant(name: name, lastToken: lastToken, literal: literal)
    }
}

extension CellSyntax.Declaration {
    /// Kinds of declarations that others can only use by their names.
    private static let namedKinds: Set<String> = [
        "func_decl", "struct_decl", "class_decl", "enum_decl", "protocol", "typealias",
    ]

    /// Names of types that the language itself looks up, for literals.
    private static let literalTypes: Set<String> = [
        "ArrayLiteralType", "BooleanLiteralType", "CharacterLiteralType", "ExtendedGraphemeClusterType",
        "FloatLiteralType", "IntegerLiteralType", "StringLiteralType", "UnicodeScalarType",
    ]

    fileprivate init(_ item: SyntaxDump.Item, text: ArraySlice<UInt8>) {
        let baseName = item.name?.baseName
        let name = baseName?.isOperator == true ? nil : baseName?.name
        importedModule = item.kind == "import_decl" ? item.modulePath?.first ?? "" : nil
        let isUsedByName =
            Self.namedKinds.contains(item.kind) && name.map { !Self.literalTypes.contains($0) } ?? false
        reachesAll = importedModule == nil && !isUsedByName
        self.name = name
        isFunction = item.kind == "func_decl"
        let isType = item.kind != "func_decl" && isUsedByName
        let holdsState = SourceWords(String(decoding: text, as: UTF8.self)).names.contains("static")
        mayHoldState = isType && holdsState
        hidesState = reachesAll && holdsState
    }
}

/// The lines of a text, to tell on which one a byte stands.
private struct LineIndex {
    let bytes: [UInt8]
    private let starts: [Int]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// Counted from 0.
    func line(of offset: Int) -> Int {
        (starts.lastIndex { $0 <= offset }) ?? 0
    }
}
