/// Where the statements of a cell start, and whether its last one is an expression to show.
struct CellSyntax: Hashable, Sendable {
    struct Statement: Hashable, Sendable {
        /// Byte offset in the cell's code.
        let offset: Int
        let constant: Constant?
    }

    /// A `let` or `var` with a literal value: what `--set` can change in a cell of parameters.
    struct Constant: Hashable, Sendable {
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
    struct Variable: Hashable, Sendable {
        let name: String
        /// Byte offset of the name in the cell's code.
        let offset: Int
    }

    /// The variables at the top level, in order.
    let variables: [Variable]
}

extension CellSyntax {
    /// Reads the items of a dump that lie in `bytes`, a stretch of the parsed text.
    init(items: some Sequence<SyntaxDump.Item>, code: String, offset: Int) {
        var statements: [Statement] = []
        var lastExpression: Int?
        var lastToken = 0
        var variables: [Variable] = []
        for item in items {
            guard let range = item.range else { continue }
            if item.kind == "var_decl" {
                if let name = item.name?.baseName?.name {
                    variables.append(Variable(name: name, offset: range.start - offset))
                }
                continue
            }
            let element = item.kind == "top_level_code_decl" ? item.body?.elements.first : nil
            let isExpression = element?.kind.hasSuffix("_expr") ?? false
            if let element {
                statements.append(
                    Statement(
                        offset: range.start - offset,
                        constant: Self.constant(element, lastToken: range.end - offset)))
            }
            lastExpression = isExpression ? range.start - offset : nil
            lastToken = range.end - offset
        }
        self.statements = statements
        self.variables = variables
        // The dump leaves out what stands between `#if` and `#endif`: what looks last may not be.
        let rest = String(decoding: code.utf8.dropFirst(lastToken), as: UTF8.self)
        let hasConditionAfter = rest.split(separator: "\n").contains { line in
            line.drop { $0 == " " || $0 == "\t" }.hasPrefix("#if")
        }
        self.lastExpression = hasConditionAfter ? nil : lastExpression
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
