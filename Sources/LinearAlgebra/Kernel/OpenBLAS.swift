internal import COpenBLAS
import CallSites

/// The library behind the kernels.
enum OpenBLAS {
    /// Once a process, before the first kernel: with one thread, sums are always taken in the same order, so
    /// results do not depend on the number of processors.
    static let preparation: Void = openblas_set_num_threads(1)

    @inline(__always)
    static func prepare() { _ = preparation }
}

/// A letter by which LAPACK names an option.
@inline(__always)
func option(_ letter: Unicode.Scalar) -> CChar {
    CChar(truncatingIfNeeded: letter.value)
}

/// A size as the library takes it: it counts with 32 bits.
@inline(__always)
func blasSize(_ size: Int) -> Int32 {
    require(size <= Int32.max, "a dimension is \(size), OpenBLAS takes at most \(Int32.max)")
    return Int32(size)
}
