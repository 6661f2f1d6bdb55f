import BookModel

/// The pieces that a run must hold to give the results of some: those, what they need, and of these the ones whose
/// variables can be read from the store instead of being computed.
struct Slice: Sendable {
    /// The numbers of the pieces that run.
    private(set) var running: Set<Int>
    /// The numbers of the cells whose variables are read from the store.
    private(set) var reloaded: Set<Int> = []

    /// - Parameters:
    ///   - targets: the pieces whose results are wanted.
    ///   - stored: what is stored of a cell's variables, by the number of the cell.
    init(for targets: Set<Int>, in graph: DependencyGraph, stored: [Int: StoredVariables]) {
        running = targets
        var forbidden: Set<Int> = []
        while true {
            reloaded = []
            expand(graph, stored, forbidden)
            // A cell that is read back does not change what it changed when it ran.
            let lost = reloaded.filter { cell in
                let state = graph.foreignState(of: cell)
                return !state.isEmpty && running.contains { graph.reaches(state, from: $0) }
            }
            guard !lost.isEmpty else { return }
            forbidden.formUnion(lost)
            running.formUnion(lost)
        }
    }

    private mutating func expand(
        _ graph: DependencyGraph, _ stored: [Int: StoredVariables], _ forbidden: Set<Int>
    ) {
        var waiting = Array(running)
        while let piece = waiting.popLast() {
            let needed: [Int]
            if reloaded.contains(piece) {
                needed = stored[piece].map { $0.needs(of: piece, in: graph) } ?? []
            } else {
                needed = graph.dependencies(of: piece)
            }
            for other in needed where !running.contains(other) && !reloaded.contains(other) {
                let canReload =
                    !forbidden.contains(other) && stored[other] != nil && !hasEffects(other, in: graph)
                if canReload { reloaded.insert(other) } else { running.insert(other) }
                waiting.append(other)
            }
        }
    }

    /// Whether a cell changed more than variables when it ran.
    private func hasEffects(_ number: Int, in graph: DependencyGraph) -> Bool {
        let facts = graph.facts[number]
        let interface = graph.pieces[number].interface
        return facts == nil || facts?.changesFiles == true || facts?.changesProcess == true
            || graph.touchesUnseenState(number) || interface.reachesAll
    }

    /// Whether this slice holds all that `other` does: what `other` reads back it may also run.
    func covers(_ other: Slice) -> Bool {
        other.running.isSubset(of: running) && other.reloaded.isSubset(of: running.union(reloaded))
    }
}

/// The variables of a cell as they were at its end, and the declarations that come with them.
struct StoredVariables: Sendable {
    let cell: Cell
    let variables: [StoredVariable]
    /// The code of the cell's declarations of functions and types.
    let declarations: SourceWords

    /// - Returns: `nil` when the cell cannot be read back: not all of its variables are stored, or its declarations
    ///   cannot be told from its statements.
    init?(_ cell: Cell, syntax: CellSyntax, variables: [StoredVariable]) {
        guard syntax.variables.allSatisfy({ wanted in variables.contains { $0.name == wanted.name } }),
            let code = syntax.declarationLines(of: cell.code)
        else { return nil }
        self.cell = cell
        self.variables = variables
        declarations = SourceWords(
            code.joined(separator: "\n") + "\n" + variables.map(\.type).joined(separator: "\n"))
    }

    /// The pieces that the declarations and the variables' types mention.
    fileprivate func needs(of number: Int, in graph: DependencyGraph) -> [Int] {
        let program = graph.pieces[number].program
        // Of a type, `ChapterProgram.Point`, the last part is the name.
        return declarations.names.union(declarations.members).flatMap {
            graph.definers(of: $0, inProgram: program)
        }.filter { $0 != number }
    }
}

extension CellSyntax {
    /// The lines of a cell with all but its declarations left empty.
    /// - Returns: `nil` when a statement shares a line with a declaration.
    func declarationLines(of code: String) -> [String]? {
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        var result = Array(repeating: "", count: lines.count)
        var free = 0
        for (number, item) in items.enumerated() {
            // Attributes and modifiers may stand in front of what the parser calls the first token.
            let first = number == 0 ? 0 : items[number - 1].last + 1
            guard first <= item.first, item.last < lines.count, first >= free else { return nil }
            free = item.last + 1
            // Imports stand at the top of the program.
            guard item.isDeclaration, !item.isImport else { continue }
            for line in first...item.last { result[line] = lines[line] }
        }
        return result
    }
}
