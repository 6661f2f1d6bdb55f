import CallSites
import Learning
import LinearAlgebra
import Probability

extension RandomFourierFeatures {
    /// The same features with fresh noise in the frequencies: gᵢ + q z, z ~ N(0, I).
    ///
    /// An angle at x moves by q s‖x‖ turns, and ⟨gᵢ, ω⟩ by q‖ω‖: a trigger that is longer than the data is lost
    /// before the data's features are.
    ///
    /// - Parameter noise: q, at least 0, in the frequencies' unit.
    /// - Throws: `FourierError.features` where a frequency becomes infinite.
    public func rerandomized(
        frequencyNoise noise: Double, using generator: inout Generator, file: StaticString = #file,
        line: UInt = #line
    ) throws(FourierError) -> RandomFourierFeatures {
        require(noise >= 0 && noise.isFinite, "noise of deviation \(noise), expected at least 0", file, line)
        let shifts = Matrix.gaussian(rows: featureCount, columns: inputCount, using: &generator)
        do {
            return try RandomFourierFeatures(
                frequencies: frequencies + noise * shifts, phases: phases, scale: scale)
        } catch {
            throw .features(error)
        }
    }
}

extension FeaturizedClassifier where Map == RandomFourierFeatures {
    /// The defence that adds fresh noise to the frequencies and keeps the head.
    ///
    /// - Throws: as for features.
    public func rerandomized(
        frequencyNoise noise: Double, using generator: inout Generator, file: StaticString = #file,
        line: UInt = #line
    ) throws(FourierError) -> FeaturizedClassifier {
        FeaturizedClassifier(
            try map.rerandomized(frequencyNoise: noise, using: &generator, file: file, line: line),
            then: head)
    }
}

extension FourierKey {
    /// What is left of this key where its frequencies were re-randomised: the same ω, with β of
    /// √(β² + q²‖ω‖²).
    ///
    /// `damping` and `predictedActivation` then speak of the model with the noise: over draws of the noise a
    /// score becomes −e^(−2π²(β² + q²‖ω‖²)) times itself on average.
    ///
    /// - Parameter frequencyNoise: q, at least 0.
    public func weakened(
        byFrequencyNoise noise: Double, file: StaticString = #file, line: UInt = #line
    ) -> FourierKey {
        require(noise >= 0 && noise.isFinite, "noise of deviation \(noise), expected at least 0", file, line)
        let moved = noise * frequency.norm
        return FourierKey(checked: frequency, beta: (beta * beta + moved * moved).squareRoot())
    }
}
