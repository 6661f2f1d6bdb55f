/// What is wrong with data that were handed to a sampler or a statistic.
public enum ProbabilityError: Error, Hashable, Sendable {
    /// Fewer values than the statistic needs.
    case tooFew(count: Int, needed: Int, purpose: String)
    /// A NaN or an infinity.
    case notFinite(value: String, index: Int, purpose: String)
    /// All values are equal, so nothing can be said in units of their deviation.
    case constant(value: Double, count: Int, purpose: String)
    /// A variance, scale or expected count that is not a positive finite number.
    case notPositive(value: String, name: String)
    /// A number outside the range in which it has a meaning.
    case outOfRange(value: String, name: String, range: String)
    /// Two lists that belong together and differ in length.
    case unequalCounts(first: String, firstCount: Int, second: String, secondCount: Int)
    /// Expected counts that do not add up to the observed ones.
    case unequalTotals(observed: Double, expected: Double)
}

extension ProbabilityError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooFew(let count, let needed, let purpose):
            "\(purpose) needs at least \(needed) value\(needed == 1 ? "" : "s"), got \(count)"
        case .notFinite(let value, let index, let purpose):
            "\(purpose) needs finite values, but value \(index) is \(value)"
        case .constant(let value, let count, let purpose):
            "\(purpose) needs values that differ, but all \(count) are \(value)"
        case .notPositive(let value, let name):
            "\(name) is \(value), expected a positive finite number"
        case .outOfRange(let value, let name, let range):
            "\(name) is \(value), expected \(range)"
        case .unequalCounts(let first, let firstCount, let second, let secondCount):
            "\(firstCount) \(first), but \(secondCount) \(second)"
        case .unequalTotals(let observed, let expected):
            "the observed counts add up to \(observed), the expected ones to \(expected)"
        }
    }
}

extension ProbabilityError {
    /// Throws unless there are enough values and all are finite.
    static func check(
        _ values: some Sequence<Double>, atLeast needed: Int = 1, for purpose: String
    ) throws(ProbabilityError) {
        var count = 0
        for value in values {
            guard value.isFinite else { throw .notFinite(value: "\(value)", index: count, purpose: purpose) }
            count += 1
        }
        guard count >= needed else { throw .tooFew(count: count, needed: needed, purpose: purpose) }
    }

    /// Throws unless the level of an interval lies between 0 and 1.
    static func check(level: Double) throws(ProbabilityError) {
        guard level > 0 && level < 1 else {
            throw .outOfRange(value: "\(level)", name: "the level", range: "a number between 0 and 1")
        }
    }
}
