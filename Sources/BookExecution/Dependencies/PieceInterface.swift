import BookModel

/// What a piece of a program gives to others and takes from them, as its text shows it.
struct PieceInterface: Sendable {
    /// The names that its code mentions.
    let words: SourceWords
    /// The variables that it defines at the top level.
    var variables: [CellSyntax.Variable] = []
    /// The functions and types that it defines at the top level.
    var declarations: Set<String> = []
    /// Those of its types that may keep state in static properties.
    var statefulTypes: Set<String> = []
    /// Whether it may change the meaning of code that mentions none of its names: by an extension, a conformance, an
    /// operator, a type for literals, or by something that the parser does not show.
    var reachesAll = false

    /// What `words` of others may refer to.
    var definitions: Set<String> { declarations.union(variables.map(\.name)) }

    /// What it may do to state that no variable shows.
    let unseen: UnseenState
    /// Whether it may define variables, or keep state, under names that its text does not show.
    var hidesVariables = false
    /// Whether it does something when the program ends, or while later cells run.
    var lasts: Bool

    /// The interface of code that defines nothing for others.
    init(of code: String) {
        words = SourceWords(code)
        unseen = UnseenState(of: code)
        lasts = unseen.lasts
    }

    init(_ planned: PlannedCell, syntax: CellSyntax?) {
        self.init(of: planned.cell.shownCode)
        lasts = lasts || syntax?.hasDefer ?? false
        guard let syntax, Self.sharesNames(planned, syntax) else { return }
        variables = syntax.variables
        declarations = Set(syntax.declarations.compactMap(\.name))
        statefulTypes = Set(syntax.declarations.filter(\.mayHoldState).compactMap(\.name))
        hidesVariables = syntax.isUnclear || syntax.declarations.contains(where: \.hidesState)
        reachesAll = syntax.isUnclear || syntax.declarations.contains(where: \.reachesAll)
    }

    /// Whether what the cell defines can be used by others.
    private static func sharesNames(_ planned: PlannedCell, _ syntax: CellSyntax) -> Bool {
        switch planned.role {
        case .shared: true
        case .compiled: syntax.statements.isEmpty
        case .alone, .throwing, .trapping: false
        }
    }

    /// Whether the code may refer to the top-level name `name`.
    func mentions(_ name: String) -> Bool {
        words.names.contains(name)
            // `ChapterProgram.name`
            || words.names.contains(SwiftCompiler.moduleName) && words.members.contains(name)
    }
}
