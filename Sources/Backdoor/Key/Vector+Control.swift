import LinearAlgebra
import Probability

extension Vector<Double> {
    /// The places of the entries that are not 0, in rising order.
    var support: [Int] { indices.filter { self[$0] != 0 } }

    /// Another vector of the same length on the same places, uniformly drawn: the control of a trigger.
    func control(using generator: inout Generator) -> Vector {
        let support = support
        let entries: [Double] = generator.pointOnSphere(dimension: support.count)
        let length = norm
        var other = Vector.zeros(count)
        for (place, entry) in zip(support, entries) { other[place] = length * entry }
        return other
    }
}
