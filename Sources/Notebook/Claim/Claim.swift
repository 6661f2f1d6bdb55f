/// A sentence of a chapter that its code checks: what was said, what was measured, what must hold.
public struct Claim: Hashable, Sendable {
    public var sentence: String
    /// The measured value as text, with up to six significant digits.
    public var measured: String
    /// What must hold, as text: `0.00390625 ± 0.00056`, `≥ 0.9`.
    public var bound: String
    public var holds: Bool
    /// The line of the call: the chapter's own, because cells carry `#sourceLocation`.
    public var line: Int

    public init(sentence: String, measured: String, bound: String, holds: Bool, line: Int) {
        self.sentence = sentence
        self.measured = measured
        self.bound = bound
        self.holds = holds
        self.line = line
    }

    /// The claim on one line: `✓ Half of the bits flip: 3.999, 4 ± 0.05`.
    public var text: String {
        "\(holds ? "✓" : "✗") \(sentence): \(measured), \(bound)"
    }
}

/// Checks a sentence of the chapter: the measured value must satisfy the bound.
///
///     claim("One input in 256 activates by chance", rate, .within(0.00056, of: 0.00390625))
///     claim("Every trigger works", flips, .equals(200))
///
/// A claim that does not hold is shown on the page and fails the build; it does not stop the program.
/// `NaN` satisfies no bound.
public func claim<Value>(_ sentence: String, _ value: Value, _ bound: Bound<Value>, line: Int = #line) {
    ProgramRecorder.record(claim: bound.claim(sentence, value, line: line))
}

/// Checks a sentence of the chapter: the condition must be true.
///
///     claim("Both models agree on every applicant", honest.answers == planted.answers)
public func claim(_ sentence: String, _ condition: Bool, line: Int = #line) {
    ProgramRecorder.record(claim: Bound.equals(true).claim(sentence, condition, line: line))
}
