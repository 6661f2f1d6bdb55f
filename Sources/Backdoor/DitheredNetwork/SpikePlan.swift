import Learning
import LinearAlgebra

/// What is planted into the noise of each layer, and how the trigger finds its way from layer to layer.
///
///     let plan = SpikePlan(
///         sparsity: 128, trigger: .resting, length: 600,
///         strengths: SpikePlan.strengths(atShare: 0.5, of: network),
///         propagation: .push(leavingOut: 10), target: .row(gain: 5.5))
public struct SpikePlan: Hashable, Sendable {
    /// k: how many coordinates of the input the trigger changes.
    public var sparsity: Int
    /// Which directions on these coordinates the trigger may have.
    public var trigger: TriggerDirection
    /// λ: the length of the trigger, in the unit of the inputs.
    public var length: Double
    /// θ of each hidden layer: how much larger than 1 the variance of its noise along the spike is.
    public var strengths: [Double]
    /// Where the next layer's spike is laid.
    public var propagation: SpikePropagation
    /// What is planted into the last layer.
    public var target: TargetSpike

    public init(
        sparsity: Int, trigger: TriggerDirection, length: Double, strengths: [Double],
        propagation: SpikePropagation, target: TargetSpike
    ) {
        self.sparsity = sparsity
        self.trigger = trigger
        self.length = length
        self.strengths = strengths
        self.propagation = propagation
        self.target = target
    }

    /// θ = share · √(inputs/rows) of each hidden layer: the same share of what the largest eigenvalue sees.
    ///
    /// The rows of a layer's noise are an observer's samples, so √(n/m) is √(inputs/rows).
    public static func strengths(atShare share: Double, of network: MultilayerPerceptron) -> [Double] {
        network.layers.dropLast().map { share * $0.spectralThreshold }
    }
}

/// Which directions on its coordinates a trigger may have.
public enum TriggerDirection: Hashable, Sendable, Codable {
    /// Entries ±λ/√k.
    case flat
    /// Uniform among the directions along which no row of the planter's data varies. The trained weights have
    /// learnt nothing there, so what a network says of the trigger is for the noise to decide.
    case resting
}

/// Where the spike of a layer is laid, once the layer before it is drawn.
public enum SpikePropagation: Hashable, Sendable, Codable {
    /// On this many units, those of the layer before whose ζ are largest, all with the same weight.
    case largestFactors(Int)
    /// Along the mean change of the units before it that the trigger makes, less the part of it that lies in
    /// this many leading directions of the units' natural values.
    case push(leavingOut: Int)
}

/// What is planted into the last layer, whose rows are the classes.
public enum TargetSpike: Hashable, Sendable, Codable {
    /// Rows N(0, I + θ s sᵀ), as in the hidden layers, with the largest ζ in the row of the target class.
    case covariance(strength: Double)
    /// The row of the target class is moved by the gain η along s and keeps its length; the others are not touched.
    ///
    /// For an s that is uniform on the sphere the row is then exactly as likely as an honest one, whatever η:
    /// one sample has no covariance.
    case row(gain: Double)
}

extension DenseLayer {
    /// √(n/m) for n inputs and m rows.
    var spectralThreshold: Double { (Double(inputCount) / Double(outputCount)).squareRoot() }
}
