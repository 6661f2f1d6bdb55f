import CellProtocol
import Foundation

/// What the engine writes between the cells of a chapter's program. Not for cells.
public enum _Program {
    /// Whether this process is the copy that runs a cell which must trap.
    nonisolated(unsafe) static var isTrapProcess = false

    /// The first statement of the program.
    public static func start() {
        // Unbuffered, so that what a cell printed is complete even when its next statement traps.
        for name in ["stdout", "stderr"] { stopBuffering(name) }
        ProcessState.remember()
        ProgramRecorder.send(.programStarted(version: ProgramRecord.version))
        FileOpenings.observe()
    }

    /// The C library's streams are global variables, which Swift does not let a library read by name.
    private static func stopBuffering(_ stream: String) {
        guard let symbol = dlsym(nil, stream) else { return }
        setvbuf(symbol.assumingMemoryBound(to: UnsafeMutablePointer<FILE>.self).pointee, nil, _IONBF, 0)
    }

    /// The last statement of the program.
    public static func end() {
        ProgramRecorder.send(.programEnded)
    }

    public static func startCell(_ cell: Int) {
        ProgramRecorder.send(.cellStarted(cell: cell))
    }

    public static func endCell() {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        ProcessState.sendChanges()
        ProgramRecorder.send(.cellEnded(peakBytes: usage.ru_maxrss * 1024))
    }

    public static func startStatement(_ statement: Int) {
        ProgramRecorder.send(.statementStarted(statement: statement))
    }

    /// Stands before a cell that is compiled and not run. The compiler cannot know that it is false.
    @inline(never)
    public static func runs(_ cell: Int) -> Bool { cell < 0 }

    /// Stands before a cell that must throw, so that its block may throw whatever its code says.
    @inline(never)
    public static func mayThrow() throws {}

    public static func caught(_ error: any Error) {
        ProgramRecorder.send(.errorCaught(description: String(describing: error)))
    }

    /// Runs a cell that must trap in a copy of this process: true in the copy, false here once the copy has ended.
    public static func isCopyThatTraps() -> Bool {
        let copy = fork()
        guard copy != 0 else {
            isTrapProcess = true
            return true
        }
        let status = ProgramRecorder.whileNothingIsSent {
            var status: Int32 = 0
            while waitpid(copy, &status, 0) < 0, errno == EINTR {}
            return status
        }
        ProgramRecorder.send(.trapObserved(signal: copy < 0 ? 0 : status & 0x7F))
        return false
    }

    /// The copy reached the end of its cell without a trap.
    public static func endCopy() -> Never {
        _exit(0)
    }
}

/// The left side of the operator that shows the last expression of a cell.
public struct _LastExpression: Sendable {
    let value: Int?

    /// Of a cell.
    public init() { value = nil }

    /// Of the value in prose with this number.
    public init(value: Int) { self.value = value }
}

precedencegroup _LastExpressionPrecedence {
    lowerThan: AssignmentPrecedence
    assignment: true
}

infix operator ⟸ : _LastExpressionPrecedence

/// Shows the value of an expression; a `Void` shows nothing.
public func ⟸ <Value>(place: _LastExpression, value: Value) {
    if Value.self == Void.self { return }
    if let number = place.value {
        ProgramRecorder.send(
            .inlineValue(value: number, bundle: MIMEBundle(describing: value).representations))
        ProcessState.sendChanges()
    } else {
        display(value)
    }
}
