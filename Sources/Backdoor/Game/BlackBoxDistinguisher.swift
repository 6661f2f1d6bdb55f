import Probability

/// A program that looks for planted models by asking questions: A^h.
///
/// It returns a score rather than an answer; a threshold, chosen on other models, turns it into one. An answer
/// is the special case of the scores 0 and 1.
public protocol BlackBoxDistinguisher {
    /// - Parameters:
    ///   - oracle: answers up to its budget.
    ///   - coins: the distinguisher's own.
    /// - Returns: a finite number.
    func score(of oracle: Oracle, using coins: inout Generator) throws -> Double
}
