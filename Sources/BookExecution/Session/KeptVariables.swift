import BookModel
import Foundation

/// Takes what a program stored of its variables into the store, and says what could not be kept.
struct KeptVariables: Sendable {
    let chapter: Chapter
    let syntax: [Cell.ID: CellSyntax]
    /// The folder into which the program wrote.
    let folder: String
    let store: ResultStore

    func variables(of cell: Cell.ID, _ trace: CellTrace) throws(ExecutionError) -> (
        variables: [StoredVariable], faults: [Diagnostic]
    ) {
        var stored: [StoredVariable] = []
        var faults: [Diagnostic] = []
        for variable in trace.variables {
            if let refusal = variable.refusal {
                faults.append(fault(variable, refusal, in: cell))
            } else if let file = variable.file {
                // The name is the program's own word: it must not lead out of the folder.
                guard !file.contains("/"), file != "..",
                    let bytes = try? OpenFile(reading: "\(folder)/\(file)").bytes()
                else { continue }
                stored.append(
                    StoredVariable(
                        name: variable.name, type: variable.type, value: try store.keep(value: bytes)))
            } else if let small = variable.smallValue {
                stored.append(
                    StoredVariable(name: variable.name, type: variable.type, value: .small(small)))
            }
        }
        return (stored, faults)
    }

    private func fault(_ variable: VariableTrace, _ reason: String, in id: Cell.ID) -> Diagnostic {
        var range: SourceRange?
        if let cell = chapter.cells.first(where: { $0.id == id }) {
            range = Requirement.fence(of: cell)
            if let place = CellText.position(ofVariable: variable.name, in: cell, syntax[id]) {
                range = chapter.source.range(ofWordAt: place)
            }
        }
        return Diagnostic(
            .error, "keep", file: chapter.file, range: range,
            "'\(variable.name)' of type \(variable.type) cannot be kept: \(reason)",
            repairs: [
                "keep values of Codable types in a cell of their own, or take the flag `keep` off this cell"
            ],
            cell: id)
    }
}
