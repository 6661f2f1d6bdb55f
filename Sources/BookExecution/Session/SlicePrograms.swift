import BookModel
import Foundation

/// Writes a slice down as programs: the pieces that run with the reasons for it, and the cells that are read back.
struct SlicePrograms {
    let plan: Plan
    let pieces: [ChapterPiece]
    let slice: Slice
    let stored: [Int: StoredVariables]
    let memory: KeyMemory
    let store: ResultStore

    /// The programs of the plan with what of each belongs to the slice; the values that are read back are put into the
    /// work folder.
    func programs(in folder: WorkFolder) throws(ExecutionError) -> [PlannedProgram] {
        var programs: [PlannedProgram] = []
        var valueCount = 0
        for (number, program) in plan.programs.enumerated() {
            var written: [PlannedPiece] = []
            for (index, piece) in pieces.enumerated() where piece.program == number {
                if slice.running.contains(index) {
                    if let running = running(piece) { written.append(running) }
                } else if slice.reloaded.contains(index), let variables = stored[index] {
                    written.append(.reloaded(try reloaded(variables, pieces[index], folder, &valueCount)))
                }
            }
            programs.append(
                program.holding(written))
        }
        return programs
    }

    private func running(_ piece: ChapterPiece) -> PlannedPiece? {
        switch piece.content {
        case .value(let value): .value(value)
        case .rejection: nil
        case .cell(let planned):
            .cell(
                PlannedCell(
                    cell: planned.cell, role: planned.role, timeLimit: planned.timeLimit,
                    memoryLimit: planned.memoryLimit, reason: memory.reason(of: piece.id)))
        }
    }

    private func reloaded(
        _ stored: StoredVariables, _ piece: ChapterPiece, _ folder: WorkFolder, _ count: inout Int
    ) throws(ExecutionError) -> ReloadedCell {
        var variables: [ReloadedCell.Variable] = []
        for variable in piece.interface.variables {
            guard let value = stored.variables.first(where: { $0.name == variable.name }) else { continue }
            // A value that is gone is found missing by the program, which then runs without it.
            if let bytes = store.bytes(of: value.value) {
                let path = "\(folder.kept)/\(count)"
                try WorkFolder.write(Data(bytes), to: path)
            }
            variables.append(
                ReloadedCell.Variable(
                    name: variable.name, isConstant: variable.isConstant, type: value.type, number: count))
            count += 1
        }
        return ReloadedCell(cell: stored.cell, variables: variables)
    }
}
