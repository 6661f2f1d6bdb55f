import BookModel

/// Makes the keys of a chapter's pieces.
struct PieceKeys: Sendable {
    let plan: Plan
    let pieces: [ChapterPiece]
    /// What all pieces of a program share, by program.
    private let shared: [[KeyPart]]
    /// What each piece brings to the keys of those that depend on it, and to its own.
    private let own: [[KeyPart]]

    /// What comes to a chapter's cells from outside.
    struct Outside: Sendable {
        /// Literals that replace those of parameter cells, by name.
        let parameters: [String: String]
        /// The hash of each declared input.
        let inputs: [String: String]
        /// The environment variables that cells read; `nil` for those that are not set.
        let variables: [String: String?]
    }

    init(
        plan: Plan, pieces: [ChapterPiece], syntax: [Cell.ID: CellSyntax], outside: Outside,
        surroundings: ResultSurroundings
    ) {
        self.plan = plan
        self.pieces = pieces
        shared = plan.programs.map { program in
            surroundings.parts + Self.parts(of: program, plan, syntax, surroundings.modules)
        }
        own = pieces.map { Self.own($0, file: plan.file, outside) }
    }

    private static func parts(
        of program: PlannedProgram, _ plan: Plan, _ syntax: [Cell.ID: CellSyntax], _ modules: ModuleIndex
    ) -> [KeyPart] {
        let cells = program.cells.map { ($0.cell, syntax[$0.cell.id] ?? .empty) }
        let imports = cells.flatMap { cell, syntax in syntax.imports(in: cell.code) }
        let imported = cells.flatMap { _, syntax in syntax.declarations.compactMap(\.importedModule) }
        let isUnclear = cells.contains { $0.1.isUnclear }
        return [
            KeyPart(kind: .language, name: "the language mode", value: program.language.rawValue),
            KeyPart(
                kind: .optimization, name: "the flag optimize",
                value: program.isOptimized ? "-O" : "-Onone"),
            KeyPart(
                kind: .imports, name: "the chapter's imports",
                value: Set(imports).sorted().joined(separator: "\n")),
            KeyPart(
                kind: .visibleInputs, name: "the chapter's inputs",
                value: plan.inputs.joined(separator: "\n")),
        ]
            + (isUnclear
                ? modules.allParts : modules.parts(for: Set(imported + ["Notebook", "CellProtocol"])))
    }

    private static func own(
        _ piece: ChapterPiece, file: String, _ outside: Outside
    ) -> [KeyPart] {
        switch piece.content {
        case .value(let value):
            return [
                KeyPart(kind: .code, name: "the value \(value.expression)", value: value.expression),
                KeyPart(kind: .role, name: "value", value: "value"),
            ] + variables(in: value.expression, outside)
        case .cell(let planned):
            return own(planned.cell, role: planned.role.rawValue, file: file, outside)
        case .rejection(let rejection):
            return own(rejection.cell, role: "fails", file: file, outside)
        }
    }

    private static func own(
        _ cell: Cell, role: String, file: String, _ outside: Outside
    ) -> [KeyPart] {
        var code = ContentHash()
        code.add("code", cell.shownCode)
        // `#line` and its kin show where the code stands.
        if cell.shownCode.contains("#") { code.add("place", "\(file):\(cell.shownLine)") }
        var parts = [
            KeyPart(kind: .code, name: cell.id, value: code.hex),
            KeyPart(kind: .role, name: cell.id, value: role),
        ]
        for input in cell.options.inputs.sorted() {
            parts.append(KeyPart(kind: .input, name: input, value: "\(input) \(outside.inputs[input] ?? "")"))
        }
        if cell.flags.contains(.parameters) {
            for (name, value) in outside.parameters.sorted(by: { $0.key < $1.key }) {
                parts.append(KeyPart(kind: .parameter, name: name, value: "\(name)=\(value)"))
            }
        }
        return parts + variables(in: cell.code, outside)
    }

    private static func variables(in code: String, _ outside: Outside) -> [KeyPart] {
        EnvironmentNames.names(in: code).sorted().map { name in
            let value = outside.variables[name] ?? nil
            return KeyPart(
                kind: .environment, name: name, value: value.map { "\(name)=\($0)" } ?? "\(name) is not set")
        }
    }

    /// The key of a piece that needs these pieces, itself among them.
    func key(of number: Int, needs: [Int]) -> PieceKey {
        let program = pieces[number].program
        var parts = Set(needs.map { pieces[$0].program }).sorted().flatMap { shared[$0] }
        for piece in needs {
            parts += own[piece]
            let distance = pieces[piece].program - program
            if distance != 0 {
                parts.append(KeyPart(kind: .role, name: "the flag fresh", value: "program \(distance)"))
            }
            // Which of them it is: one cell may need another with the same text.
            if piece == number { parts += selfParts(of: number) } else { parts += placeOfClaims(in: piece) }
        }
        // What it calls may ask where it is called from, and the lines of claims count from the cell that made them.
        if needs.contains(where: { $0 != number && (asksForPlace($0) || hasClaims($0)) }) {
            parts += place(of: number)
        }
        return PieceKey(parts)
    }

    /// Whether the code could ask where it stands, or where its callers do.
    private func asksForPlace(_ number: Int) -> Bool {
        pieces[number].cell?.shownCode.contains("#") ?? false
    }

    /// A claim in a function of another cell names a line there.
    private func placeOfClaims(in number: Int) -> [KeyPart] {
        hasClaims(number) ? place(of: number) : []
    }

    private func hasClaims(_ number: Int) -> Bool { pieces[number].interface.words.names.contains("claim") }

    private func place(of number: Int) -> [KeyPart] {
        switch pieces[number].content {
        case .value(let value):
            [KeyPart(kind: .place, name: "value", value: "\(plan.file):\(value.range.start)")]
        case .cell, .rejection:
            [
                KeyPart(
                    kind: .place, name: pieces[number].cell?.id ?? "",
                    value: "\(plan.file):\(pieces[number].cell?.shownLine ?? 0)")
            ]
        }
    }

    private func selfParts(of number: Int) -> [KeyPart] {
        guard let cell = pieces[number].cell else {
            return [KeyPart(kind: .flags, name: "the value", value: "self")]
        }
        let shown: Set<CellFlag> = [.hidden, .folded, .quiet]
        let flags = cell.flags.subtracting(shown).map(\.rawValue).sorted().joined(separator: " ")
        var parts = [
            KeyPart(kind: .flags, name: cell.id, value: "self \(flags) \(cell.options.message ?? "")")
        ]
        if case .cell(let planned) = pieces[number].content {
            parts.append(
                KeyPart(
                    kind: .limits, name: cell.id,
                    value: "\(planned.timeLimit) s, \(planned.memoryLimit) bytes"))
        }
        return parts
    }
}
