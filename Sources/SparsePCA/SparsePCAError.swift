/// Spikes, samples and parameters that do not fit each other or lie outside what the definitions allow.
public enum SparsePCAError: Error, Hashable, Sendable {
    /// A number that has to be positive and finite.
    case notPositive(name: String, value: String)
    /// A number that has to be finite.
    case notFinite(name: String, value: String)
    /// A spike with more or fewer entries other than 0 than there can be.
    case sparsityOutOfRange(Int, dimension: Int)
    /// A spike whose length is not 1.
    case notUnit(length: String, dimension: Int)
    /// Two things of different dimensions.
    case dimensionMismatch(of: String, Int, expected: Int, in: String)
    /// Fewer samples than are needed.
    case tooFewSamples(Int, needed: Int, purpose: String)
    /// A covariance whose entries (i, j) and (j, i) differ.
    case notSymmetric(row: Int, column: Int, difference: String)
    /// What the eigenvalue solver says.
    case eigenvalues(String)
    /// An iteration that did not come to its end, with how far from it that was.
    case notConverged(solver: String, steps: Int, residual: Double, wanted: Double)
    /// More work or memory than an observer is made for.
    case tooLarge(solver: String, count: String, limit: String, unit: String)
    /// A probability that is not strictly between 0 and 1.
    case levelOutOfRange(name: String, value: String)
    /// Fewer draws of noise than a false alarm rate needs.
    case tooFewDraws(Int, needed: Int, falseAlarmRate: Double)
}

extension SparsePCAError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notPositive(let name, let value):
            "\(name) is \(value), expected a positive finite number"
        case .notFinite(let name, let value):
            "\(name) is \(value), expected a finite number"
        case .sparsityOutOfRange(let sparsity, let dimension):
            "\(sparsity) entries other than 0 in \(dimension) dimensions, expected 1 to \(dimension)"
        case .notUnit(let length, let dimension):
            "a spike in \(dimension) dimensions has the length \(length), expected 1: divide it by its norm"
        case .dimensionMismatch(let name, let count, let expected, let whole):
            "\(name) has \(count) dimension\(count == 1 ? "" : "s"), expected \(expected) (those of \(whole))"
        case .tooFewSamples(let count, let needed, let purpose):
            "\(purpose) needs at least \(needed) sample\(needed == 1 ? "" : "s"), got \(count)"
        case .notSymmetric(let row, let column, let difference):
            "the covariance is not symmetric: its entries (\(row), \(column)) and (\(column), \(row)) differ "
                + "by \(difference)"
        case .eigenvalues(let message):
            "the eigenvalues of a covariance: \(message)"
        case .notConverged(let solver, let steps, let residual, let wanted):
            "\(solver) did not converge within \(steps) step\(steps == 1 ? "" : "s"): its residual is "
                + "\(residual), expected at most \(wanted)"
        case .tooLarge(let solver, let count, let limit, let unit):
            "\(solver) would have to deal with \(count) \(unit), its limit is \(limit)"
        case .levelOutOfRange(let name, let value):
            "\(name) is \(value), expected a number between 0 and 1"
        case .tooFewDraws(let draws, let needed, let rate):
            "\(draws) draw\(draws == 1 ? "" : "s") of noise cannot give a false alarm rate of \(rate), expected at least "
                + "\(needed)"
        }
    }
}

extension SparsePCAError {
    static func requirePositive(sparsity: Int) throws(SparsePCAError) {
        guard sparsity >= 1 else { throw .notPositive(name: "k", value: "\(sparsity)") }
    }

    static func require(sparsity: Int, in covariance: SampleCovariance) throws(SparsePCAError) {
        guard sparsity <= covariance.dimension else {
            throw .sparsityOutOfRange(sparsity, dimension: covariance.dimension)
        }
    }
}
