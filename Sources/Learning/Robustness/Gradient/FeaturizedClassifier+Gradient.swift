import LinearAlgebra

/// A feature map whose features can be differentiated with respect to the point.
public protocol DifferentiableFeatureMap: FeatureMap {
    /// Σᵢ slopeᵢ ∇φᵢ(x) at each point: what the derivatives of a function of the features become as derivatives
    /// of a function of the point.
    ///
    /// - Parameters:
    ///   - rows: one point of n coordinates a row.
    ///   - slopes: the derivative with respect to each of m features, one point a row.
    /// - Returns: n derivatives a row.
    func uncheckedInputSlopes(at rows: Matrix<Double>, featureSlopes slopes: Matrix<Double>) -> Matrix<Double>
}

extension RandomFourierFeatures: DifferentiableFeatureMap {
    // ∇ cos(2π(s⟨g, x⟩ + b)) = −2π s sin(2π(s⟨g, x⟩ + b)) g, and −sin θ is the cosine a quarter turn further.
    public func uncheckedInputSlopes(
        at rows: Matrix<Double>, featureSlopes slopes: Matrix<Double>
    ) -> Matrix<Double> {
        var angles = quarterTurned.uncheckedFeatures(of: rows)
        let factor = 2 * Double.pi * scale
        angles.withUnsafeMutableBufferPointer { angles in
            slopes.withUnsafeBufferPointer { slopes in
                for index in angles.indices { angles[index] *= factor * slopes[index] }
            }
        }
        return angles * frequencies
    }

    /// The same features, each a quarter of a turn later.
    private var quarterTurned: RandomFourierFeatures {
        RandomFourierFeatures(
            checkedFrequencies: frequencies, phases: phases.mapElements { $0 + 0.25 }, scale: scale)
    }
}

extension FeaturizedClassifier: DifferentiableClassifier
where Map: DifferentiableFeatureMap, Head: DifferentiableClassifier {
    /// The chain rule: the head's gradient at the features, through the map.
    public func scoresAndInputGradients(
        at rows: Matrix<Double>
    ) -> (scores: Vector<Double>, gradients: Matrix<Double>) {
        requireInputs(rows)
        return rows.inBlocks(of: 256) { block in
            let (scores, slopes) = head.scoresAndInputGradients(at: map.uncheckedFeatures(of: block))
            return (scores, map.uncheckedInputSlopes(at: block, featureSlopes: slopes))
        }
    }
}
