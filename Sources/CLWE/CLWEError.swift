/// Parameters, secrets and samples that do not fit each other or lie outside what the definitions allow.
public enum CLWEError: Error, Hashable, Sendable {
    /// A number that has to be positive and finite.
    case notPositive(name: String, value: String)
    /// A number that has to be finite.
    case notFinite(name: String, value: String)
    /// gamma² + beta², in units of N(0, 1), of more layers than fit into a table, or of none.
    case layersOutOfRange(variance: Double)
    /// A secret with more or fewer entries other than 0 than there can be.
    case sparsityOutOfRange(Int, dimension: Int)
    /// A direction without a length.
    case noDirection(dimension: Int)
    /// Two things of different dimensions.
    case dimensionMismatch(of: String, Int, expected: Int, in: String)
    /// A secret with another number of entries other than 0 than the parameters say.
    case sparsityMismatch(Int, expected: Int)
    /// Fewer samples than an observer needs.
    case tooFewSamples(Int, needed: Int, observer: String)
    /// Places outside the coordinates, twice the same, or not in rising order.
    case invalidSupport([Int], dimension: Int)
}

extension CLWEError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notPositive(let name, let value):
            "\(name) is \(value), expected a positive finite number"
        case .notFinite(let name, let value):
            "\(name) is \(value), expected a finite number"
        case .layersOutOfRange(let variance):
            "gamma² + beta² is \(variance) in units of N(0, 1), expected 1e-12 to 1e10"
        case .sparsityOutOfRange(let sparsity, let dimension):
            "\(sparsity) entries other than 0 in \(dimension) dimensions, expected 1 to \(dimension)"
        case .noDirection(let dimension):
            "a direction in \(dimension) dimensions whose length is not a positive finite number"
        case .dimensionMismatch(let name, let count, let expected, let whole):
            "\(name) has \(count) dimension\(count == 1 ? "" : "s"), expected \(expected) (those of \(whole))"
        case .sparsityMismatch(let sparsity, let expected):
            "the secret has \(sparsity) entr\(sparsity == 1 ? "y" : "ies") other than 0, "
                + "the parameters say \(expected)"
        case .tooFewSamples(let count, let needed, let observer):
            "\(observer) needs at least \(needed) samples, got \(count)"
        case .invalidSupport(let support, let dimension):
            "the support \(support) is not a list of different places of 0..<\(dimension) in rising order"
        }
    }
}
