import BookModel

/// Turns what a program left into the results of its cells, and says what went wrong and where.
struct ProgramVerdict {
    private(set) var cells: [CellResult] = []
    /// What the program opened below the root of the book.
    let openings: [FileOpening]
    private(set) var diagnostics: [Diagnostic] = []
    let values: [InlineValue.ID: MIMEBundle]
    let valueFacts: [InlineValue.ID: PieceFacts]
    /// What the runs of cells that ended showed.
    private(set) var traces: [Cell.ID: CellTrace] = [:]
    /// Whether a value of the store was lost before the program could read it.
    let hasLostValue: Bool
    /// Whether the program came to its end, so that the chapter's next program may run.
    private(set) var hasFinished = true

    init(chapter: Chapter, text: ProgramText, run: ProgramRun) {
        let trace = ProgramTrace(run)
        values = trace.values
        valueFacts = trace.valueFacts
        hasLostValue = trace.hasLostValue
        openings = trace.openings.map { opening in
            let cell = opening.cell.map { text.cells[$0].cell }
            let statement = opening.statement.map { text.statements[$0].position }
            return FileOpening(
                cell: cell?.id, path: opening.path,
                position: statement ?? SourcePosition(line: cell?.codeLine ?? 1, column: 1))
        }
        guard !hasLostValue else { return }
        for (number, planned) in text.cells.enumerated() {
            if let cell = trace.cells[number], cell.hasEnded { traces[planned.cell.id] = cell }
        }
        // Reports of the copies that ran cells which must trap come before the program's own.
        var crashes = run.crashes
        if trace.lastCell == nil, trace.lastStatement != nil,
            let fault = Self.faultBeforeCells(chapter, text, run, trace)
        {
            diagnostics.append(fault)
            hasFinished = false
        }
        let lastCell = trace.lastCell ?? 0
        var failed = "a value in the prose"
        for (number, planned) in text.cells.enumerated() {
            guard hasFinished else {
                cells.append(
                    CellResult(id: planned.cell.id, status: .skipped, reason: "\(failed) before it failed"))
                continue
            }
            var result = Self.result(of: planned, trace.cells[number])
            let requirement = Requirement(cell: planned.cell, role: planned.role, file: chapter.file)
            if let fault = requirement.check(&result, trace.cells[number], crashes: &crashes) {
                fail(&result, with: fault)
            }
            if let closed = trace.closedStream, closed.cell == number {
                fail(&result, with: Self.fault(of: planned.cell, closing: closed.stream, in: chapter))
            }
            if number == lastCell {
                let ending = EndingFault(
                    chapter: chapter, text: text, run: run, trace: trace, cell: planned.cell, number: number,
                    crash: crashes.last)
                if let fault = ending.find(&result) {
                    hasFinished = false
                    if fault.cell == nil {
                        diagnostics.append(fault)
                    } else {
                        fail(&result, with: fault)
                        failed = "cell \(planned.cell.id)"
                    }
                }
            }
            cells.append(result)
        }
        if text.cells.isEmpty, !trace.hasEnded, hasFinished {
            diagnostics.append(EndingFault.outsideCells(chapter: chapter, text: text, run: run))
            hasFinished = false
        }
    }

    /// What is wrong with the end of a program that came to no cell: it was in a value in front of them.
    private static func faultBeforeCells(
        _ chapter: Chapter, _ text: ProgramText, _ run: ProgramRun, _ trace: ProgramTrace
    ) -> Diagnostic? {
        let ending = EndingFault(
            chapter: chapter, text: text, run: run, trace: trace, cell: nil, number: nil,
            crash: run.crashes.last)
        let words = String(decoding: run.standardError, as: UTF8.self)
        var result = CellResult(id: "", status: .failed, reason: "", outputs: [.standardError(words)])
        return ending.find(&result)
    }

    private static func result(of planned: PlannedCell, _ trace: CellTrace?) -> CellResult {
        CellResult(
            id: planned.cell.id, status: .ran, reason: planned.reason, seconds: trace?.seconds ?? 0,
            peakBytes: trace?.peakBytes ?? 0, outputs: trace?.outputs ?? [])
    }

    private static func fault(of cell: Cell, closing stream: String, in chapter: Chapter) -> Diagnostic {
        Diagnostic(
            .error, "closed-descriptor", file: chapter.file, range: Requirement.fence(of: cell),
            "the cell closed its \(stream), so what it and later cells printed there is lost",
            repairs: ["close only descriptors that the cell opened itself"], cell: cell.id)
    }

    private mutating func fail(_ result: inout CellResult, with fault: Diagnostic) {
        result.status = .failed
        diagnostics.append(fault)
    }
}
