/// What must run to give a chapter's results: its programs in order, each with its cells.
public struct Plan: Hashable, Sendable {
    public let file: String
    public let programs: [PlannedProgram]
    /// Cells that must not compile: each is only type-checked, behind the cells of its program that precede it.
    public let rejections: [PlannedRejection]

    public init(file: String, programs: [PlannedProgram], rejections: [PlannedRejection]) {
        self.file = file
        self.programs = programs
        self.rejections = rejections
    }

    /// The language mode of its programs.
    public var language: LanguageMode { programs.first?.language ?? .swift5 }

    /// The files that its cells declare as inputs, sorted, relative to the root of the book.
    public var inputs: [String] {
        Set(programs.flatMap(\.cells).flatMap(\.cell.options.inputs)).sorted()
    }
}

/// One ordinary Swift program: cells that share their names, and the values in the prose between them.
public struct PlannedProgram: Hashable, Sendable {
    public let pieces: [PlannedPiece]
    public let language: LanguageMode
    public let isOptimized: Bool
    /// What watches it while it runs.
    public let sanitizer: ProgramWorld.Sanitizer?

    public init(
        pieces: [PlannedPiece], language: LanguageMode, isOptimized: Bool,
        sanitizer: ProgramWorld.Sanitizer? = nil
    ) {
        self.pieces = pieces
        self.language = language
        self.isOptimized = isOptimized
        self.sanitizer = sanitizer
    }

    /// A program that is compiled in the same way and holds these pieces.
    public func holding(_ pieces: [PlannedPiece]) -> PlannedProgram {
        PlannedProgram(pieces: pieces, language: language, isOptimized: isOptimized, sanitizer: sanitizer)
    }

    /// The cells among the pieces, in order.
    public var cells: [PlannedCell] {
        pieces.compactMap { if case .cell(let cell) = $0 { cell } else { nil } }
    }
}

/// A piece of a program in the order of the chapter.
public enum PlannedPiece: Hashable, Sendable {
    case cell(PlannedCell)
    case value(InlineValue)
    /// A cell that does not run: its variables get the values that an earlier run stored.
    case reloaded(ReloadedCell)
}

/// A cell whose variables are read from the store.
public struct ReloadedCell: Hashable, Sendable {
    public struct Variable: Hashable, Sendable {
        public let name: String
        public let isConstant: Bool
        /// As Swift spells it.
        public let type: String
        /// The number under which the program finds its value.
        public let number: Int

        public init(name: String, isConstant: Bool, type: String, number: Int) {
            self.name = name
            self.isConstant = isConstant
            self.type = type
            self.number = number
        }
    }

    public let cell: Cell
    public let variables: [Variable]

    public init(cell: Cell, variables: [Variable]) {
        self.cell = cell
        self.variables = variables
    }
}

/// A cell of a program and how it takes part in it.
public struct PlannedCell: Hashable, Sendable {
    public enum Role: String, Hashable, Sendable {
        /// Its names stay for the cells after it.
        case shared
        /// Its names end with the cell.
        case alone
        /// It is compiled and not run.
        case compiled
        /// It must throw; its names end with it.
        case throwing = "throws"
        /// It must trap, in a process of its own; its names end with it.
        case trapping = "traps"
    }

    public let cell: Cell
    public let role: Role
    /// Seconds of wall-clock time that it may take.
    public let timeLimit: Double
    /// Bytes of resident memory that the program may hold while it runs.
    public let memoryLimit: Int
    /// Why it runs.
    public let reason: String

    public init(cell: Cell, role: Role, timeLimit: Double, memoryLimit: Int, reason: String) {
        self.cell = cell
        self.role = role
        self.timeLimit = timeLimit
        self.memoryLimit = memoryLimit
        self.reason = reason
    }
}

/// A cell that must not compile, with the program and the place in it where it stands.
public struct PlannedRejection: Hashable, Sendable {
    public let cell: Cell
    /// The number of the program among the plan's.
    public let program: Int
    /// The number of the program's pieces that stand before the cell.
    public let piecesBefore: Int

    public init(cell: Cell, program: Int, piecesBefore: Int) {
        self.cell = cell
        self.program = program
        self.piecesBefore = piecesBefore
    }
}
