import BookModel
import Foundation
import Synchronization

/// Says on the error stream what runs now and how long it takes: one line that changes on a terminal, plain lines
/// elsewhere.
public final class Progress: Sendable {
    private struct State {
        var running: [String: String] = [:]
        var total = 0
        var finished = 0
    }

    private let isTerminal: Bool
    private let state = Mutex(State())

    public init() {
        isTerminal = isatty(STDERR_FILENO) == 1
    }

    /// A plain line.
    public func say(_ words: String) {
        write(line: "book: \(words)")
    }

    func expect(_ chapters: Int) {
        state.withLock { $0.total = chapters }
    }

    /// A cell started.
    func started(_ cell: Cell, of chapter: Chapter) {
        state.withLock { $0.running[chapter.stem] = "\(chapter.stem)#\(cell.id)" }
        showRunning()
    }

    func finished(_ chapter: Chapter, _ results: ChapterResults, after time: Duration) {
        state.withLock { state in
            state.running[chapter.stem] = nil
            state.finished += 1
        }
        let cached = results.cells.count { $0.status == .cached }
        let failed = results.cells.count { $0.status == .failed }
        let stored = cached > 0 ? ", \(cached) from the store" : ""
        let how =
            cached == results.cells.count && cached > 0
            ? Self.unchanged : "ran in \(Self.seconds(time)) s\(stored)"
        let faults = failed > 0 ? ", \(failed) failed" : ""
        for result in results.cells where result.status == .ran {
            write(line: "book: \(chapter.file)#\(result.id): \(result.reason)")
        }
        write(line: "book: \(chapter.file): \(Self.count(results.cells.count, "cell")), \(how)\(faults)")
        showRunning()
    }

    /// A chapter of which nothing changed that its results may depend on.
    func unchanged(_ chapter: Chapter) {
        state.withLock { $0.finished += 1 }
        let how = chapter.cells.isEmpty ? "ran in 0.00 s" : Self.unchanged
        write(line: "book: \(chapter.file): \(Self.count(chapter.cells.count, "cell")), \(how)")
        showRunning()
    }

    private static let unchanged = "nothing changed"

    /// Takes the changing line off the terminal.
    func clear() {
        if isTerminal { write("\r\u{1B}[K") }
    }

    private func showRunning() {
        guard isTerminal else { return }
        let words = state.withLock { state in
            let running = state.running.values.sorted().joined(separator: ", ")
            let share = state.total > 0 ? state.finished * 20 / state.total : 0
            let bar = String(repeating: "━", count: share) + String(repeating: "─", count: 20 - share)
            return running.isEmpty ? "" : "\(bar) \(state.finished)/\(state.total)  \(running)"
        }
        write("\r\u{1B}[K" + words.prefix(110))
    }

    private func write(line: String) {
        write((isTerminal ? "\r\u{1B}[K" : "") + line + "\n")
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }

    static func seconds(_ time: Duration) -> String {
        let milliseconds = Int((time / .milliseconds(1)).rounded())
        let fraction = String(milliseconds % 1000 / 10)
        return "\(milliseconds / 1000).\(fraction.count == 1 ? "0" + fraction : fraction)"
    }

    static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
