import BookModel

/// Decides what must run for a chapter, and in which programs.
public struct Planner: Sendable {
    /// What holds for cells that say nothing of their own.
    public struct Defaults: Sendable {
        public var language: LanguageMode
        /// Seconds.
        public var timeLimit: Double
        /// Bytes.
        public var memoryLimit: Int

        public init(language: LanguageMode, timeLimit: Double, memoryLimit: Int) {
            self.language = language
            self.timeLimit = timeLimit
            self.memoryLimit = memoryLimit
        }
    }

    public let defaults: Defaults

    public init(defaults: Defaults) {
        self.defaults = defaults
    }

    /// The plan that runs every cell of `chapter`.
    public func plan(_ chapter: Chapter, reason: String) -> Plan {
        let cells = chapter.cells
        let values = chapter.values
        var programs: [[PlannedPiece]] = [[]]
        var rejections: [PlannedRejection] = []
        for (number, cell) in cells.enumerated() {
            programs[programs.count - 1] += values.filter { $0.cellsBefore == number }.map(PlannedPiece.value)
            if cell.flags.contains(.fresh), programs != [[]] { programs.append([]) }
            if cell.flags.contains(.fails) {
                rejections.append(
                    PlannedRejection(
                        cell: cell, program: programs.count - 1,
                        piecesBefore: programs[programs.count - 1].count))
            } else {
                programs[programs.count - 1].append(.cell(planned(cell, of: chapter, reason: reason)))
            }
        }
        programs[programs.count - 1] += values.filter { $0.cellsBefore >= cells.count }.map(
            PlannedPiece.value)
        return Plan(
            file: chapter.file, programs: programs.map { program($0, of: chapter) }, rejections: rejections)
    }

    private func program(_ pieces: [PlannedPiece], of chapter: Chapter) -> PlannedProgram {
        let isOptimized = pieces.contains { piece in
            if case .cell(let planned) = piece { planned.cell.flags.contains(.optimize) } else { false }
        }
        return PlannedProgram(
            pieces: pieces, language: chapter.frontMatter.language ?? defaults.language,
            isOptimized: isOptimized)
    }

    private func planned(_ cell: Cell, of chapter: Chapter, reason: String) -> PlannedCell {
        PlannedCell(
            cell: cell, role: Self.role(of: cell),
            timeLimit: cell.options.timeLimit ?? chapter.frontMatter.timeLimit ?? defaults.timeLimit,
            memoryLimit: cell.options.memoryLimit ?? defaults.memoryLimit, reason: reason)
    }

    private static func role(of cell: Cell) -> PlannedCell.Role {
        if cell.flags.contains(.throws) { return .throwing }
        if cell.flags.contains(.traps) { return .trapping }
        if cell.flags.contains(.compile) { return .compiled }
        return cell.flags.contains(.alone) ? .alone : .shared
    }
}
