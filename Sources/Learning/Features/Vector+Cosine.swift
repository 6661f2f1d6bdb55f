internal import CVectorMath
import LinearAlgebra

extension Vector<Double> {
    /// cos(2π xᵢ) of each element, an angle in turns.
    ///
    /// The argument is reduced exactly, so it may be as large as a double can be. The error is at most
    /// 2 · 2⁻⁵², 2 units in the last place of 1; exactly 0 at quarter turns, ±1 at half turns; NaN for
    /// arguments that are not finite. Faster than the C library's cosine by an order of magnitude, and the
    /// same bits on every processor.
    public var cosinesOfTurns: Vector {
        let zeros = Vector.zeros(count)
        return Vector(unsafeUninitializedCount: count) { result in
            withUnsafeBufferPointer { values in
                zeros.withUnsafeBufferPointer { zeros in
                    guard let values = values.baseAddress, let zeros = zeros.baseAddress,
                        let result = result.baseAddress
                    else { return }
                    vector_cosine_of_turns(values, zeros, result, count)
                }
            }
        }
    }
}
