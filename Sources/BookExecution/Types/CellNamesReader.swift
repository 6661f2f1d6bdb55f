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

    /// The names of those of the cells for which the compiler told them.
    func names(of cells: Set<Cell.ID>) async -> [Cell.ID: CellNames] {
        var all: [Cell.ID: CellNames] = [:]
        for (number, program) in plan.programs.enumerated() {
            let layout = layout(of: program)
            let wanted = layout.cells.filter { cells.contains($0.id) }
            guard !wanted.isEmpty, !Task.isCancelled else { continue }
            do throws(Unanswered) {
                let answer = try await ask(about: wanted, in: layout, program.language, number)
                for (cell, names) in zip(wanted, answer) { all[cell.id] = layout.moved(names, to: cell) }
            } catch {
                guard !Task.isCancelled else { break }
                tools.store.say("\(chapter.file): the types of names are not shown: \(error.reason)")
            }
        }
        return all
    }

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

    private func ask(
        about cells: [Cell], in layout: NameLayout, _ language: LanguageMode, _ number: Int
    ) async throws(Unanswered) -> [CellNames] {
        let folder = "\(tools.folder.path)/names-\(number)"
        let question = NameQuestion(
            library: tools.surroundings.toolchain.sourceKit, file: folder + "/main.swift",
            options: tools.compiler.moduleOptions(language), cells: cells.map(layout.stretches))
        guard access(question.library, R_OK) == 0 else {
            throw Unanswered(reason: "the toolchain has no \(question.library)")
        }
        let answer: OpenFile
        let child: ChildProcess
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(layout.text.source.utf8).write(to: URL(filePath: question.file))
            try JSONEncoder().encode(question).write(to: URL(filePath: folder + "/question"))
            answer = try OpenFile(appendingTo: folder + "/answer")
            let input = try OpenFile(reading: folder + "/question")
            let log = try OpenFile(appendingTo: folder + "/log")
            child = try ChildProcess(
                ChildCommand(
                    executable: tools.surroundings.installation.command, arguments: [NameHelper.argument],
                    environment: tools.compiler.environment,
                    descriptors: [0: input.descriptor, 1: answer.descriptor, 2: log.descriptor]))
        } catch {
            throw Unanswered(reason: "\(error)")
        }
        let deadline = ContinuousClock.now + tools.surroundings.longestWaitForNames
        let ending = await child.wait { if ContinuousClock.now > deadline { child.kill() } }
        guard ending == .exited(0) else {
            let late = ContinuousClock.now > deadline
            throw Unanswered(reason: late ? "the compiler took too long" : "the compiler's library failed")
        }
        guard let read = try? JSONDecoder().decode(NameAnswer.self, from: Data(answer.bytes())),
            read.version == NameAnswer.version, read.cells.count == cells.count
        else { throw Unanswered(reason: "the answer of the compiler's library cannot be read") }
        return read.cells
    }
}
