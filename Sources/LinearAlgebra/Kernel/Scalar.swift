/// A number that OpenBLAS computes with: `Double` or `Float`, and no other type.
///
/// The requirements are the raw kernels that `Vector` and `Matrix` are built on. They check nothing; call the
/// operations of `Vector` and `Matrix` instead. Matrices are row-major, `stride` elements from row to row.
public protocol Scalar: ProductKernels, SolutionKernels, SpectralKernels, BinaryFloatingPoint, Codable,
    Sendable, LosslessStringConvertible
{
    /// The index of the first element that is NaN or infinite.
    static func firstNotFinite(_ x: UnsafePointer<Self>, count: Int) -> Int?

    /// Copies the lower triangle of a square matrix to the upper one.
    static func mirrorLowerTriangle(_ matrix: UnsafeMutablePointer<Self>, order: Int)

    /// result = Aᵀ.
    static func transpose(
        _ matrix: UnsafePointer<Self>, rows: Int, columns: Int, stride: Int,
        result: UnsafeMutablePointer<Self>)
}
