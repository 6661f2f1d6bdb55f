/// Another way to compile and run the programs of a chapter, in which they should give the same.
public enum ProgramWorld: Hashable, Sendable {
    /// Compiled with `-O`.
    case optimized
    case language(LanguageMode)
    case sanitized(Sanitizer)

    /// What watches a program while it runs, for faults that show in no result.
    public enum Sanitizer: String, Hashable, Sendable, CaseIterable {
        case thread, address
    }

    /// As it completes "in a run …".
    public var name: String {
        switch self {
        case .optimized: "with -O"
        case .language(let mode): "in Swift \(mode.rawValue) mode"
        case .sanitized(let sanitizer): "under the \(sanitizer.rawValue) sanitizer"
        }
    }

    /// How many times as long a program may take there.
    var slowness: Double {
        if case .sanitized = self { 20 } else { 1 }
    }
}

extension Plan {
    /// The plan that runs the same in another world.
    public func moved(to world: ProgramWorld) -> Plan {
        let programs = programs.map { program in
            var language = program.language
            var isOptimized = program.isOptimized
            var sanitizer = program.sanitizer
            switch world {
            case .optimized: isOptimized = true
            case .language(let mode): language = mode
            case .sanitized(let chosen): sanitizer = chosen
            }
            return PlannedProgram(
                pieces: program.pieces.map { $0.slowed(by: world.slowness) }, language: language,
                isOptimized: isOptimized, sanitizer: sanitizer)
        }
        return Plan(file: file, programs: programs, rejections: rejections)
    }
}

extension PlannedPiece {
    fileprivate func slowed(by factor: Double) -> PlannedPiece {
        guard case .cell(let planned) = self else { return self }
        return .cell(
            PlannedCell(
                cell: planned.cell, role: planned.role, timeLimit: planned.timeLimit * factor,
                memoryLimit: planned.memoryLimit, reason: planned.reason))
    }
}
