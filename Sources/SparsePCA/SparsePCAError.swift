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
        }
    }
}
