import BookModel
import Foundation

/// Asks the helper what the names in cells stand for.
///
/// The program that it asks about always holds all cells of the chapter, whichever of them run: what a page says about
/// a name must not depend on what was read back from the store.
struct CellNamesReader: Sendable {
    let chapter: Chapter
    let plan: Plan
    let reading: SyntaxReader.Reading
    let parameters: [String: String]
    let tools: ChapterTools

    /// What `names(of:)` gives, as `async let` knows no typed errors.
    func result(of cells: Set<Cell.ID>) async -> Result<[Cell.ID: CellNames], ExecutionError> {
        do throws(ExecutionError) {
            return .success(try await names(of: cells))
        } catch {
            return .failure(error)
        }
    }

    /// The names of those of the cells for which the compiler told them.
    /// - Throws: `ExecutionError` when the compiler cannot be asked: what a page says must not depend on that.
    private func names(of cells: Set<Cell.ID>) async throws(ExecutionError) -> [Cell.ID: CellNames] {
        var all: [Cell.ID: CellNames] = [:]
        for (number, program) in plan.programs.enumerated() {
            let layout = layout(of: program)
            let wanted = layout.cells.filter { cells.contains($0.id) }
            guard !wanted.isEmpty, !Task.isCancelled else { continue }
            switch try await answer(about: wanted, in: layout, program.language, number) {
            case .success(let names):
                for (cell, names) in zip(wanted, names) { all[cell.id] = layout.moved(names, to: cell) }
            case .failure(let error):
                guard !Task.isCancelled else { break }
                tools.store.say("\(chapter.file): the types of names are not shown: \(error.reason)")
            }
        }
        return all
    }

    /// Why the compiler gave no answer.
    private struct Unanswered: Error {
        let reason: String
    }

    /// The program up to the first cell that cannot be a part of it.
    private func layout(of program: PlannedProgram) -> NameLayout {
        let redefining = Redefinitions(of: program, in: chapter, syntax: reading.syntax).cells
        let sound = program.cells.prefix { planned in
            reading.syntax[planned.cell.id] != nil && !redefining.contains(planned.cell.id)
        }
        // An import holds for the whole program.
        let imports = program.cells.dropFirst(sound.count).flatMap { planned in
            reading.syntax[planned.cell.id]?.imports(in: planned.cell.code) ?? []
        }
        let text = ProgramWriter.write(
            sound.map(PlannedPiece.cell), file: chapter.file, syntax: reading.syntax,
            options: ProgramWriter.Options(parameters: parameters, imports: imports))
        return NameLayout(text: text)
    }

    // MARK: - The helper

    private func answer(
        about cells: [Cell], in layout: NameLayout, _ language: LanguageMode, _ number: Int
    ) async throws(ExecutionError) -> Result<[CellNames], Unanswered> {
        let path = "\(tools.folder.path)/names-\(number)"
        let question = NameQuestion(
            library: tools.surroundings.toolchain.sourceKit, file: path + ".swift",
            options: tools.compiler.moduleOptions(language), cells: cells.map(layout.stretches))
        guard access(question.library, R_OK) == 0 else {
            return .failure(Unanswered(reason: "the toolchain has no \(question.library)"))
        }
        let answer = try OpenFile(appendingTo: path + ".answer")
        let child = try start(question, layout.text.source, answer, path)
        let deadline = ContinuousClock.now + tools.surroundings.longestWaitForNames
        switch await child.wait(checking: { if ContinuousClock.now > deadline { child.kill() } }) {
        case .exited(0): break
        case .exited(NameHelper.cannotWrite):
            throw .cannotWrite(path: answer.path, reason: "the disk may be full")
        case .signaled(SIGXCPU), .signaled(SIGKILL):
            return .failure(Unanswered(reason: "the compiler took too long"))
        default: return .failure(Unanswered(reason: "the compiler's library failed"))
        }
        guard let read = try? JSONDecoder().decode(NameAnswer.self, from: Data(answer.bytes())),
            read.version == NameAnswer.version, read.cells.count == cells.count
        else { return .failure(Unanswered(reason: "the answer of the compiler's library cannot be read")) }
        return .success(read.cells)
    }

    private func start(
        _ question: NameQuestion, _ program: String, _ answer: OpenFile, _ path: String
    ) throws(ExecutionError) -> ChildProcess {
        try WorkFolder.write(Data(program.utf8), to: question.file)
        try WorkFolder.write(JSONEncoder().encode(question), to: path + ".question")
        let input = try OpenFile(reading: path + ".question")
        let log = try OpenFile(appendingTo: path + ".log")
        return try ChildProcess(
            ChildCommand(
                executable: tools.surroundings.installation.command, arguments: [NameHelper.argument],
                environment: tools.compiler.environment,
                descriptors: [0: input.descriptor, 1: answer.descriptor, 2: log.descriptor]))
    }
}
