/// A number that OpenBLAS computes with: `Double` or `Float`, and no other type.
///
/// The requirements are the raw kernels that `Vector` and `Matrix` are built on. They check nothing; call the
/// operations of `Vector` and `Matrix` instead. Matrices are row-major, `stride` elements from row to row.
public protocol Scalar: BinaryFloatingPoint, Codable, Sendable, LosslessStringConvertible {
    /// Σ xᵢ yᵢ over `count` elements.
    static func dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, count: Int) -> Self

    /// √Σ xᵢ², without overflow or underflow on the way.
    static func norm(_ x: UnsafePointer<Self>, count: Int) -> Self

    /// result = A x, or Aᵀ x where `transposed`; A has the given stored shape.
    static func multiply(
        _ matrix: UnsafePointer<Self>, rows: Int, columns: Int, stride: Int, transposed: Bool,
        vector: UnsafePointer<Self>, result: UnsafeMutablePointer<Self>)

    /// result = A B, rows × columns with `inner` products an entry; either factor may be stored transposed.
    static func multiply(
        _ left: UnsafePointer<Self>, stride leftStride: Int, transposed leftTransposed: Bool,
        _ right: UnsafePointer<Self>, stride rightStride: Int, transposed rightTransposed: Bool,
        rows: Int, columns: Int, inner: Int, result: UnsafeMutablePointer<Self>)

    /// Overwrites the lower triangle of a symmetric matrix by L with A = L Lᵀ.
    ///
    /// - Returns: 0, or the order of the first leading minor that is not positive.
    static func factorCholesky(_ matrix: UnsafeMutablePointer<Self>, order: Int) -> Int

    /// Overwrites `columns` right-hand sides, row-major, by the solutions, given L.
    static func solveCholesky(
        _ factor: UnsafePointer<Self>, order: Int, rightHandSides: UnsafeMutablePointer<Self>, columns: Int)
}
