internal import COpenBLAS
import CallSites

/// The library behind the kernels.
enum OpenBLAS {
    /// Once a process, before the first kernel: sums are then always taken in the same order, so results do
    /// not depend on the number of processors.
    static let oneThread: Void = openblas_set_num_threads(1)

    @inline(__always)
    static func useOneThread() { _ = oneThread }
}

/// The letter by which LAPACK names the lower triangle.
let lowerTriangle = CChar(UInt8(ascii: "L"))

/// A size as the library takes it: it counts with 32 bits.
func blasSize(_ size: Int) -> Int32 {
    require(size <= Int32.max, "a dimension is \(size), OpenBLAS takes at most \(Int32.max)")
    return Int32(size)
}
