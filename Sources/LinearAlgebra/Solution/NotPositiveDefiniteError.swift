/// A matrix that has no Cholesky factor: it is singular, indefinite, or not finite.
public struct NotPositiveDefiniteError: Error, Hashable, CustomStringConvertible {
    /// The number of rows and columns of the matrix.
    public let order: Int
    /// The order of the first leading minor that is not positive.
    public let minor: Int

    public var description: String {
        "matrix of \(order) × \(order) is not positive definite: "
            + "its leading minor of order \(minor) is not positive"
    }
}
