internal import CVectorMath
internal import LinearAlgebra

/// How well numbers fit a comb: the mean of cos(2π(x − shift)), 1 where all of them are in ℤ + shift.
struct Comb {
    let shift: Double

    func meanCosine(_ turns: Vector<Double>) -> Double {
        guard turns.count > 0 else { return 0 }
        let shifts = [Double](repeating: -shift, count: turns.count)
        let cosines = [Double](unsafeUninitializedCapacity: turns.count) { buffer, initialized in
            turns.withUnsafeBufferPointer { turns in
                guard let turns = turns.baseAddress, let results = buffer.baseAddress else { return }
                vector_cosine_of_turns(turns, shifts, results, shifts.count)
            }
            initialized = shifts.count
        }
        return cosines.reduce(0, +) / Double(turns.count)
    }

    /// The mean cosine of a·x + b·y, for callers with many a and b.
    func meanCosine(
        _ a: Double, _ x: [Double], _ b: Double, _ y: [Double], in space: inout CombSpace
    ) -> Double {
        let count = space.turns.count
        for place in 0..<count { space.turns[place] = a * x[place] + b * y[place] - shift }
        vector_cosine_of_turns(space.turns, space.zeros, &space.cosines, count)
        return space.cosines.reduce(0, +) / Double(count)
    }

    /// The frequency near `guess` at which the samples lie closest to the comb: least squares, with each
    /// sample on the layer next to it. `nil` where they leave a direction open.
    func refined(_ guess: Vector<Double>, on samples: Matrix<Double>) -> Vector<Double>? {
        let layers = (samples * guess).mapElements { ($0 - shift).rounded() + shift }
        return try? samples.solveLeastSquares(layers)
    }
}

/// What a mean cosine is computed in, again and again.
struct CombSpace {
    fileprivate var turns: [Double]
    fileprivate var cosines: [Double]
    fileprivate let zeros: [Double]

    init(count: Int) {
        zeros = [Double](repeating: 0, count: count)
        (turns, cosines) = (zeros, zeros)
    }
}
