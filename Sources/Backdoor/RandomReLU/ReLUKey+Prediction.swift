import Learning
import LinearAlgebra

extension ReLUKey {
    /// What the scores of inputs will be with the trigger, over the draw of the weights given the network's
    /// mean at the input itself.
    ///
    /// Both means are averages over m units, so close to normal together: given the first, the second has the
    /// expectation of the regression line. The threshold is taken as it is.
    ///
    /// - Throws: `ReLUError.keyLength` for a network of other inputs, and as `activate`.
    public func predictedActivation(
        of rows: Matrix<Double>, by trigger: ReLUTrigger, on network: RandomReLUNetwork
    ) throws(ReLUError) -> PredictedActivation {
        try requireInputs(of: network)
        let pairs = try UnitPair.pairs(rows, activate(rows, by: trigger), self)
        let scores = network.decision(rows)
        var (means, deviations): ([Double], [Double]) = ([], [])
        for (pair, score) in zip(pairs, scores) {
            let slope = pair.varianceBefore > 0 ? pair.covariance / pair.varianceBefore : 0
            let surprise = score + network.threshold - pair.meanBefore
            means.append(pair.meanAfter + slope * surprise - network.threshold)
            let left = max(0, pair.varianceAfter - slope * pair.covariance)
            deviations.append((left / Double(network.unitCount)).squareRoot())
        }
        return PredictedActivation(scores: scores, means: Vector(means), deviations: Vector(deviations))
    }
}
