import LinearAlgebra

/// The running moments of one array of parameters.
///
/// Source: Kingma and Ba 2015, algorithm 1, with the two bias corrections in the step size.
package struct AdamState {
    private var means: [Double]
    private var squares: [Double]

    package init(count: Int) {
        means = Array(repeating: 0, count: count)
        squares = Array(repeating: 0, count: count)
    }

    /// Moves the parameters against the gradient.
    ///
    /// - Parameter step: the number of this step, from 1.
    package mutating func update(
        _ parameters: UnsafeMutableBufferPointer<Double>, _ gradient: UnsafeBufferPointer<Double>,
        _ rates: Adam, step: Int
    ) {
        let (decay, squareDecay) = (rates.meanDecay, rates.squareDecay)
        let correction = (1 - rates.power(squareDecay, step)).squareRoot()
        let length = rates.learningRate * correction / (1 - rates.power(decay, step))
        means.withUnsafeMutableBufferPointer { means in
            squares.withUnsafeMutableBufferPointer { squares in
                for index in parameters.indices {
                    let slope = gradient[index]
                    means[index] = decay * means[index] + (1 - decay) * slope
                    squares[index] = squareDecay * squares[index] + (1 - squareDecay) * (slope * slope)
                    parameters[index] -= length * means[index] / (squares[index].squareRoot() + rates.epsilon)
                }
            }
        }
    }
}

/// The rates of Adam's method; the defaults are its authors' and scikit-learn's.
public struct Adam: Hashable, Sendable, Codable {
    /// Above 0.
    public var learningRate = 1e-3
    /// β₁: how much of the running mean of the gradient is kept at each step.
    public var meanDecay = 0.9
    /// β₂: how much of the running mean of its square is kept.
    public var squareDecay = 0.999
    /// What is added to the root of that mean.
    public var epsilon = 1e-8

    public init(learningRate: Double = 1e-3) {
        self.learningRate = learningRate
    }

    /// baseⁿ by repeated squaring: the same bits on every machine.
    func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, factor, rest) = (1.0, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= factor }
            factor *= factor
            rest >>= 1
        }
        return result
    }
}
