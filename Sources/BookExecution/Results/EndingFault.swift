import BookModel
import CellProtocol

/// Finds what is wrong with the end of a program, at the cell that ran last.
struct EndingFault {
    let chapter: Chapter
    let text: ProgramText
    let run: ProgramRun
    let trace: ProgramTrace
    /// `nil` when none had started: a value in prose stands in front of all cells.
    let cell: Cell?
    /// The number of the cell in its program.
    let number: Int?
    /// The program's own crash, where there was one.
    let crash: CrashReport?

    private var statement: ProgramText.Statement? {
        let last = number.map { trace.cells[$0]?.lastStatement } ?? trace.lastStatement
        guard let last, text.statements.indices.contains(last) else { return nil }
        return text.statements[last]
    }

    /// Whether it was a value in the prose below the cell that ran last.
    private var isInProse: Bool { number.map { trace.cells[$0]?.isInProse == true } ?? true }

    /// What the fault is about.
    private var subject: String { isInProse ? "the value" : "the cell" }

    /// Where the cell was: its statement that started last, else its first line.
    private var place: SourcePosition {
        statement?.position ?? SourcePosition(line: cell?.codeLine ?? 1, column: 1)
    }

    /// The fault, or `nil` when the program came to its end. Takes what the runtime printed about it out of `result`.
    func find(_ result: inout CellResult) -> Diagnostic? {
        // What a program with records of its own says about its end is not to be trusted.
        if let line = run.foreignRecord { return faultOfForeignRecord(line) }
        switch run.ending {
        case .exited(let status): return faultOfExit(status)
        case .signaled(let signal): return faultOfSignal(signal, &result)
        case .overTime(let limit):
            return fault(
                "time-limit",
                "\(subject) took longer than its limit of \(Self.seconds(limit)) and was stopped",
                "give the cell more time with `//| time-limit: \(Self.seconds(limit * 2).dropLast(2))`")
        case .overMemory(let limit):
            return fault(
                "memory-limit",
                "\(subject) held more than its limit of \(limit / 1_000_000) MB and was stopped",
                "give the cell more memory with `//| memory-limit: \(limit / 500_000)MB`")
        case .overOutput(let limit):
            let kept = result.shortenOutputs()
            return fault(
                "output-limit", "\(subject) printed more than \(limit / 1_000_000) MB and was stopped",
                "print less; the first \(kept / 1000) kB are shown")
        case .overProcessorTime(let limit):
            return fault(
                "processor-limit",
                "\(subject) used more than \(Self.seconds(limit)) of processor time, over all its threads and"
                    + " processes, and was stopped",
                "give the cell more time, on the clock and of processors, with `//| time-limit: …`")
        case .overTasks(let limit):
            return fault(
                "process-limit", "\(subject) had more than \(limit) processes and threads and was stopped",
                "start fewer at once, and wait for each")
        case .overFileSize(let limit):
            return fault(
                "file-limit", "\(subject) wrote a file of more than \(limit / 1_000_000) MB and was stopped",
                "write less: scratch files are gone when the chapter ends")
        case .overScratch(let limit):
            return faultOfScratch("files of more than \(limit / 1_000_000) MB in all")
        case .overFiles(let limit): return faultOfScratch("more than \(limit) files")
        case .overDepth: return faultOfScratch("folders in folders that no path reaches any more")
        }
    }

    private func faultOfScratch(_ what: String) -> Diagnostic {
        fault(
            "scratch-limit", "\(subject) had \(what) in its scratch folder and was stopped",
            "write less, or remove what is no longer needed")
    }

    private func faultOfForeignRecord(_ line: String) -> Diagnostic {
        fault(
            "foreign-record",
            "\(subject) wrote to the descriptor over which results are sent: \(line.debugDescription)",
            "write only to files that the cell opens itself")
    }

    private func faultOfExit(_ status: Int32) -> Diagnostic? {
        guard trace.version != nil else { return Self.outsideCells(chapter: chapter, text: text, run: run) }
        if trace.hasEnded, status == 0 { return nil }
        if status == ProgramEnvironment.lostChannelStatus {
            return fault(
                "closed-descriptor",
                "\(subject) closed the descriptor over which results are sent, so what followed is lost",
                "close only descriptors that the cell opened itself")
        }
        if status == ProgramEnvironment.fullDiskStatus {
            return fault(
                "full-disk", "there is no room on the disk for what the cell gives",
                "make room on the file system that holds the book, which takes results in the folder .book")
        }
        return fault(
            "exit", "\(subject) ended the program with exit(\(status))",
            "take the call out: the cells of a chapter run in one program")
    }

    private func faultOfSignal(_ signal: Int32, _ result: inout CellResult) -> Diagnostic {
        let message = TrapMessage.take(from: &result.outputs)
        if let error = message.thrownError {
            return fault(
                "thrown-error", "\(subject) threw \(error)",
                isInProse
                    ? "move it into a cell that catches the error"
                    : "catch it, or mark the cell `throws` if that is what it shows",
                at: ThrowSite.position(in: statement))
        }
        let frames =
            crash?.frames.filter { $0.file == chapter.file }
            .map { text.position(ofCompiled: $0.position) } ?? []
        let reason =
            crash?.isStackOverflow == true
            ? "the stack overflowed, as endless recursion does"
            : message.reason ?? crash?.failedCheck ?? Signal.name(signal)
        var diagnostic = fault(
            "trap", "\(subject) trapped: \(reason)",
            isInProse ? "give a value that exists" : "mark the cell `traps` if that is what it shows",
            at: frames.first)
        diagnostic.notes = frames.reduce(into: [SourcePosition]()) { if !$0.contains($1) { $0.append($1) } }
            .dropFirst().prefix(3)
            .map {
                Diagnostic.Note(
                    "called from here", file: chapter.file, range: chapter.source.range(ofWordAt: $0))
            }
        return diagnostic
    }

    private func fault(
        _ identifier: String, _ message: String, _ repair: String, at position: SourcePosition? = nil
    ) -> Diagnostic {
        Diagnostic(
            .error, identifier, file: chapter.file, range: chapter.source.range(ofWordAt: position ?? place),
            message,
            repairs: [repair], cell: isInProse ? nil : cell?.id)
    }

    /// The fault of a program that did not reach its first cell, or has none.
    static func outsideCells(chapter: Chapter, text: ProgramText, run: ProgramRun) -> Diagnostic {
        let log = String(decoding: run.standardError.prefix(2000), as: UTF8.self)
        if let value = lastValue(text, run) {
            return Diagnostic(
                .error, "value-failed", file: chapter.file, range: value.range,
                "the value stopped the program: \(log.isEmpty ? run.ending.words : log)",
                repairs: ["compute it in a cell and name the result here"])
        }
        return Diagnostic(
            .error, "not-started", file: chapter.file,
            range: text.cells.first.map { Requirement.fence(of: $0.cell) },
            "the chapter's program did not run: \(log.isEmpty ? run.ending.words : log)",
            repairs: ["run `book doctor`, which looks for what is missing on this machine"],
            cell: text.cells.first?.cell.id)
    }

    /// The value in prose that ran last in a program without cells.
    private static func lastValue(_ text: ProgramText, _ run: ProgramRun) -> InlineValue? {
        guard text.cells.isEmpty else { return nil }
        return run.records.reversed().lazy.compactMap { record -> InlineValue? in
            guard case .statementStarted(let statement) = record.event,
                text.statements.indices.contains(statement)
            else { return nil }
            return text.valueLines.first { $0.value.range.start == text.statements[statement].position }?
                .value
        }.first
    }

    fileprivate static func seconds(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value)) s" : "\(value) s"
    }
}

extension ProgramRun.Ending {
    /// What happened, of a program of which no cell can be named.
    fileprivate var words: String {
        switch self {
        case .exited(let status): "it ended with status \(status)"
        case .signaled(let signal): Signal.name(signal)
        case .overTime(let limit): "it took longer than \(EndingFault.seconds(limit))"
        case .overProcessorTime(let limit):
            "it used more than \(EndingFault.seconds(limit)) of processor time"
        case .overMemory(let limit): "it held more than \(limit / 1_000_000) MB"
        case .overOutput(let limit): "it printed more than \(limit / 1_000_000) MB"
        case .overTasks(let limit): "it had more than \(limit) processes and threads"
        case .overFileSize(let limit): "it wrote a file of more than \(limit / 1_000_000) MB"
        case .overScratch(let limit): "it wrote files of more than \(limit / 1_000_000) MB in all"
        case .overFiles(let limit): "it had more than \(limit) files in its scratch folder"
        case .overDepth: "it nested folders so deep that no path reaches them"
        }
    }
}
