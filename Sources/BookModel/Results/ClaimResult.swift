/// A statement that a chapter checks: what was said, what was measured, what must hold.
public struct ClaimResult: Hashable, Sendable, Codable {
    public var sentence: String
    /// The measured value as text.
    public var measured: String
    /// The bound as text: `0.00390625 ± 0.00056`.
    public var bound: String
    public var holds: Bool
    /// The line of the call in the chapter.
    public var line: Int

    public init(sentence: String, measured: String, bound: String, holds: Bool, line: Int) {
        self.sentence = sentence
        self.measured = measured
        self.bound = bound
        self.holds = holds
        self.line = line
    }
}
