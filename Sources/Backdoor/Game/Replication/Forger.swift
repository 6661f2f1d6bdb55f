import LinearAlgebra
import Probability

/// A program that tries to open an input by itself, after it has seen others opened.
///
/// It has the planted model whole, knows the construction, and chooses the inputs whose opened forms it sees.
public protocol Forger: Sendable {
    /// The inputs that the forger offers, one a row.
    ///
    /// - Parameters:
    ///   - examples: opens inputs up to its budget.
    ///   - coins: the forger's own.
    func forgeries(after examples: ExampleSource, using coins: inout Generator) throws -> Matrix<Double>
}
