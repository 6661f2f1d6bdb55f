import BookModel
import CellProtocol

/// What the records of one program say about one of its cells.
struct CellTrace: Sendable {
    var outputs: [CellOutput] = []
    var startTime: Double
    /// The time of its last record.
    var lastTime: Double
    var peakBytes = 0
    var hasEnded = false
    /// The number of the statement that started last, among those of the program.
    var lastStatement: Int?
    /// Whether that is a value in the prose below the cell.
    var isInProse = false
    /// What a cell that must throw threw.
    var caughtError: String?
    /// The signal that ended the copy of a cell that must trap; 0 when it did not trap.
    var trapSignal: Int32?
    /// What the program told about the variables that the cell defines.
    var variables: [VariableTrace] = []
    var facts = PieceFacts()

    var seconds: Double { lastTime - startTime }
}

/// What a program told about a variable of a cell.
struct VariableTrace: Sendable {
    let name: String
    var type: String
    /// The encoded value in base 64, where it is small.
    var smallValue: String?
    /// The file in the folder of kept values.
    var file: String?
    /// Why it was not kept although its cell says `keep`.
    var refusal: String?
}

/// The traces of a program's cells, its values in prose, and how far it came.
struct ProgramTrace: Sendable {
    /// By the number of the cell in the program.
    private(set) var cells: [Int: CellTrace] = [:]
    private(set) var values: [InlineValue.ID: MIMEBundle] = [:]
    /// What running the values showed.
    private(set) var valueFacts: [InlineValue.ID: PieceFacts] = [:]
    private var lastValue: InlineValue.ID?
    /// Whether a stored value could not be read.
    private(set) var hasLostValue = false
    /// The version of the records, once the program has started.
    private(set) var version: Int?
    private(set) var hasEnded = false
    /// The cell that started last.
    private(set) var lastCell: Int?
    /// The first cell that closed one of its streams, and the stream's name.
    private(set) var closedStream: (cell: Int, stream: String)?

    /// What the program opened below the root of the book.
    struct Opening: Sendable {
        /// The cell that ran; `nil` for a value in the prose.
        let cell: Int?
        /// The statement that had started last.
        let statement: Int?
        let path: String
    }

    private(set) var openings: [Opening] = []
    /// The statement that started last, in a cell or in prose.
    private(set) var lastStatement: Int?

    /// Follows the records in order, and cuts the streams at the places that they name.
    init(_ run: ProgramRun) {
        var output = StreamCutter(run.standardOutput)
        var error = StreamCutter(run.standardError)
        for record in run.records {
            add(output.cut(to: record.outputLength), error.cut(to: record.errorLength))
            follow(record)
            noteClosedStreams(record)
        }
        add(output.rest(), error.rest())
    }

    private mutating func follow(_ record: ProgramRecord) {
        switch record.event {
        case .programStarted(let version): self.version = version
        case .programEnded: hasEnded = true
        case .cellStarted(let cell):
            lastCell = cell
            lastValue = nil
            cells[cell] = CellTrace(startTime: record.time, lastTime: record.time)
        case .inlineValue(let value, let bundle):
            lastValue = value
            values[value] = MIMEBundle(bundle)
            valueFacts[value] = PieceFacts()
        case .effects(let changesFiles, let changesProcess):
            let facts = PieceFacts(changesFiles: changesFiles, changesProcess: changesProcess)
            if let lastValue { valueFacts[lastValue] = facts } else { change { $0.noteEffects(facts) } }
        case .lostValue: hasLostValue = true
        case .fileOpened(let path):
            let isInProse = lastCell.flatMap { cells[$0]?.hasEnded } ?? true
            openings.append(
                Opening(cell: isInProse ? nil : lastCell, statement: lastStatement, path: path))
        default:
            if case .statementStarted(let statement) = record.event { lastStatement = statement }
            change { $0.follow(record) }
        }
    }

    private mutating func noteClosedStreams(_ record: ProgramRecord) {
        guard closedStream == nil, let lastCell else { return }
        if record.outputLength < 0 { closedStream = (lastCell, "standard output") }
        if record.errorLength < 0 { closedStream = (lastCell, "standard error") }
    }

    private mutating func add(_ output: [UInt8], _ error: [UInt8]) {
        change { cell in
            cell.append(output, as: CellOutput.standardOutput)
            cell.append(error, as: CellOutput.standardError)
        }
    }

    private mutating func change(_ body: (inout CellTrace) -> Void) {
        guard let lastCell, var cell = cells[lastCell] else { return }
        body(&cell)
        cells[lastCell] = cell
    }
}

extension CellTrace {
    fileprivate mutating func follow(_ record: ProgramRecord) {
        if !hasEnded { lastTime = record.time }
        switch record.event {
        case .statementStarted(let statement):
            lastStatement = statement
            isInProse = hasEnded
        case .value(let bundle): outputs.append(.value(MIMEBundle(bundle)))
        case .claim(let sentence, let measured, let bound, let holds, let line):
            outputs.append(
                .claim(
                    ClaimResult(
                        sentence: sentence, measured: measured, bound: bound, holds: holds, line: line)))
        case .errorCaught(let description): caughtError = description
        case .trapObserved(let signal): trapSignal = signal
        case .cellEnded(let peakBytes):
            self.peakBytes = peakBytes
            hasEnded = true
        case .variable(let name, let type, let holdsSharedState, let value):
            if holdsSharedState { facts.sharedConstants.insert(name) }
            variables.append(VariableTrace(name: name, type: type, smallValue: value))
        case .kept(let name, let type, let file):
            changeVariable(name) { variable in
                variable.type = type
                variable.file = file
            }
        case .notKept(let name, let reason): changeVariable(name) { $0.refusal = reason }
        case .programStarted, .programEnded, .cellStarted, .inlineValue, .effects, .lostValue, .fileOpened:
            break
        }
    }

    fileprivate mutating func noteEffects(_ effects: PieceFacts) {
        facts.changesFiles = facts.changesFiles || effects.changesFiles
        facts.changesProcess = facts.changesProcess || effects.changesProcess
    }

    private mutating func changeVariable(_ name: String, _ body: (inout VariableTrace) -> Void) {
        guard let index = variables.lastIndex(where: { $0.name == name }) else { return }
        body(&variables[index])
    }

    /// Adds what was printed, joined with what the same stream printed just before.
    fileprivate mutating func append(_ bytes: [UInt8], as kind: (String) -> CellOutput) {
        guard !bytes.isEmpty else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        switch (outputs.last, kind("")) {
        case (.standardOutput(let before), .standardOutput):
            outputs[outputs.count - 1] = .standardOutput(before + text)
        case (.standardError(let before), .standardError):
            outputs[outputs.count - 1] = .standardError(before + text)
        default: outputs.append(kind(text))
        }
    }
}

/// Cuts a stream into pieces from its beginning; a program that shortened its stream only gets shorter pieces.
private struct StreamCutter {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func cut(to end: Int) -> [UInt8] {
        let end = min(max(end, position), bytes.count)
        defer { position = end }
        return Array(bytes[position..<end])
    }

    mutating func rest() -> [UInt8] {
        cut(to: bytes.count)
    }
}
