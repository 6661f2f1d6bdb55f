import BookModel
import Foundation

/// Finds the statements of cells by asking the compiler's parser.
struct SyntaxReader: Sendable {
    let compiler: SwiftCompiler
    /// What a text means depends on it: `/` may begin a regular expression.
    let language: LanguageMode
    let folder: String

    struct Reading: Sendable {
        var syntax: [Cell.ID: CellSyntax] = [:]
        /// Syntax errors, each followed by its notes, at their places in the chapter.
        var messages: [Cell.ID: [CompilerMessage]] = [:]
    }

    /// Reads all cells with one call of the parser; only when that finds a fault, each with a call of its own, so that
    /// an open bracket in one cell does not spoil those after it.
    func read(_ cells: [Cell]) async throws(ExecutionError) -> Reading {
        guard !cells.isEmpty else { return Reading() }
        if let syntax = try await readTogether(cells) { return Reading(syntax: syntax) }
        var reading = Reading()
        for cell in cells {
            let output = try await compiler.parse(
                cell.code, language: language, in: folder, name: "syntax-\(cell.codeLine)")
            reading.messages[cell.id] = output.messages.filter { $0.severity != .warning }.map { message in
                CompilerMessage(
                    severity: message.severity, file: message.file,
                    position: SourcePosition(
                        line: message.position.line + cell.codeLine - 1, column: message.position.column),
                    text: message.text)
            }
            if output.succeeded, let dump = Self.decode(output.standardOutput) {
                reading.syntax[cell.id] = CellSyntax(items: dump.items, code: cell.code, offset: 0)
            } else if reading.messages[cell.id]?.contains(where: { $0.severity == .error }) != true {
                reading.messages[cell.id] = [Self.unreadable(cell)]
            }
        }
        return reading
    }

    /// - Returns: `nil` when there is a syntax error or something reaches from one cell into the next.
    private func readTogether(_ cells: [Cell]) async throws(ExecutionError) -> [Cell.ID: CellSyntax]? {
        // A declaration between cells: an operator or a bracket that a cell leaves open cannot swallow it unseen.
        let fence = "\nlet _fence = 0\n"
        var text = ""
        var ranges: [Range<Int>] = []
        for cell in cells {
            let start = text.utf8.count
            text += cell.code
            ranges.append(start..<(start + cell.code.utf8.count))
            text += fence
        }
        let output = try await compiler.parse(text, language: language, in: folder, name: "syntax")
        guard output.succeeded, let dump = Self.decode(output.standardOutput) else { return nil }

        var items = Array(repeating: [SyntaxDump.Item](), count: cells.count)
        var current = 0
        for item in dump.items {
            guard let range = item.range else { continue }
            while current < cells.count, range.start >= ranges[current].upperBound + fence.utf8.count {
                current += 1
            }
            guard current < cells.count else { break }
            if range.start >= ranges[current].upperBound { continue }
            guard range.start >= ranges[current].lowerBound, range.end < ranges[current].upperBound else {
                return nil
            }
            items[current].append(item)
        }
        var syntax: [Cell.ID: CellSyntax] = [:]
        for (number, cell) in cells.enumerated() {
            syntax[cell.id] = CellSyntax(
                items: items[number], code: cell.code, offset: ranges[number].lowerBound)
        }
        return syntax
    }

    /// A cell that is neither right nor wrong for the parser must not be left out without a word.
    private static func unreadable(_ cell: Cell) -> CompilerMessage {
        CompilerMessage(
            severity: .error, file: "", position: SourcePosition(line: cell.codeLine, column: 1),
            text: "internal fault: the engine cannot read what the compiler's parser says about this cell")
    }

    private static func decode(_ bytes: [UInt8]) -> SyntaxDump? {
        try? JSONDecoder().decode(SyntaxDump.self, from: Data(bytes))
    }
}
