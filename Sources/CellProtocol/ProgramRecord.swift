/// One line that a running chapter sends to the engine: what happened, and when.
///
/// Records are JSON objects, one a line behind its seal, on the descriptor that
/// `ProgramEnvironment.recordsDescriptor` names.
/// `docs/protocol.md` specifies them.
public struct ProgramRecord: Codable, Hashable, Sendable {
    /// The version of this format; the engine refuses any other.
    public static let version = 2

    public var event: ProgramEvent
    /// Bytes that the program had written to standard output when the event happened; negative when it is closed.
    public var outputLength: Int
    /// Bytes that the program had written to standard error when the event happened; negative when it is closed.
    public var errorLength: Int
    /// Seconds of a clock that only goes forward; only differences have a meaning.
    public var time: Double

    public init(event: ProgramEvent, outputLength: Int, errorLength: Int, time: Double) {
        self.event = event
        self.outputLength = outputLength
        self.errorLength = errorLength
        self.time = time
    }
}
