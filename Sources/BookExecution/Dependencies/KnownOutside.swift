import BookModel

/// What is known of the modules that the programs of a chapter import.
struct KnownOutside: Sendable {
    /// Functions that change nothing that is not handed to them.
    var functions: Set<String>
    /// The programs that import a module with state of its own, which any piece may use.
    var programsWithState: Set<Int>

    init(functions: Set<String>, programsWithState: Set<Int>) {
        self.functions = functions
        self.programsWithState = programsWithState
    }

    init(plan: Plan, syntax: [Cell.ID: CellSyntax], modules: ModuleIndex) {
        let programs = plan.programs.enumerated().filter { _, program in
            let imports = program.cells.flatMap { planned in
                (syntax[planned.cell.id]?.declarations ?? []).compactMap(\.importedModule)
            }
            return modules.holdState(Set(imports))
        }
        self.init(
            functions: UnseenState.harmless.union(modules.functions),
            programsWithState: Set(programs.map(\.offset)))
    }
}
