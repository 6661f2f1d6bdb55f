internal import CallSites
internal import Probability

/// The layers along the secret, in units of N(0, 1).
struct PancakeLayers: Hashable, Sendable {
    /// Which layer: a ∈ ℤ + shift.
    let indices: DiscreteGaussian
    /// γ / (β² + γ²): layer a has its centre at `spacing` · a.
    let spacing: Double
    /// β / √(β² + γ²): the standard deviation within a layer.
    let width: Double

    init(_ parameters: PancakeParameters<StandardUnits>) {
        self.init(gamma: parameters.gamma, beta: parameters.beta, shift: parameters.shift)
    }

    init(gamma: Double, beta: Double, shift: Double) {
        let variance = gamma * gamma + beta * beta
        do {
            indices = try DiscreteGaussian(variance: variance, shift: shift)
        } catch {
            // Parameters without a table were refused when they were made.
            refuse("\(error)")
        }
        spacing = gamma / variance
        width = beta / variance.squareRoot()
    }
}
