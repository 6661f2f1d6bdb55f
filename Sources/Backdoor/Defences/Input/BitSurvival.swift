internal import Glibc
import Probability

/// The chance that bits which are written into the steps of a grid survive normal noise.
///
/// Somebody who reads numbers to the nearest multiple of a step reads what was written while every noise that
/// matters is below half a step: with p_bit = 2Φ(−step / 2σ), survival = (1 − p_bit)^(numbers that matter). A
/// signature of everything else in the input makes all numbers matter.
///
/// The reader does not wrap: a noise of two half steps is as bad as one.
public struct BitSurvival: Hashable, Sendable {
    /// σ, in the unit of the inputs.
    public let noise: Double
    public let step: Double

    /// - Throws: `DefenceError.setting` unless the step is positive and σ at least 0, both finite.
    public init(noise: Double, step: Double) throws(DefenceError) {
        try DefenceError.check(
            noise >= 0 && noise.isFinite, "input noise of \(noise), expected a finite deviation of at least 0"
        )
        try DefenceError.check(
            step > 0 && step.isFinite, "numbers in steps of \(step), expected a positive finite step")
        self.noise = noise
        self.step = step
    }

    /// p_bit: that one number is read as another one.
    public var lossOfOne: Double {
        noise == 0 ? 0 : 2 * NormalDistribution.probability(below: -step / (2 * noise))
    }

    /// That so many numbers are all read as they were written.
    public func ofAll(_ count: Int) -> Double { exp(Double(count) * log1p(-lossOfOne)) }
}
