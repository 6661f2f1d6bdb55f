/// Factorizations and solutions of linear systems, by LAPACK.
///
/// What is returned as a status is 0, or the number, from 1, of the pivot or minor that the matrix fails at.
public protocol SolutionKernels {
    /// Overwrites the lower triangle of a symmetric matrix by L with A = L Lᵀ.
    static func factorCholesky(_ matrix: UnsafeMutablePointer<Self>, order: Int) -> Int

    /// Overwrites B by the X with A X = B, or Aᵀ X = B, where A is triangular.
    static func solveTriangular(
        _ matrix: UnsafePointer<Self>, order: Int, stride: Int, isLower: Bool, transposed: Bool,
        hasUnitDiagonal: Bool, rightHandSides: UnsafeMutablePointer<Self>, columns: Int)

    /// Overwrites A by its Bunch–Kaufman factors, from the lower triangle.
    static func factorSymmetric(
        _ matrix: UnsafeMutablePointer<Self>, order: Int, pivots: UnsafeMutablePointer<Int32>
    ) -> Int

    /// Overwrites right-hand sides, one a row, by the solutions, given the Bunch–Kaufman factors.
    static func solveSymmetric(
        _ factors: UnsafePointer<Self>, order: Int, pivots: UnsafePointer<Int32>,
        rightHandSides: UnsafeMutablePointer<Self>, count: Int)

    /// Overwrites A by the factors P L U of its transpose.
    static func factorLU(
        _ matrix: UnsafeMutablePointer<Self>, order: Int, pivots: UnsafeMutablePointer<Int32>
    ) -> Int

    /// Overwrites right-hand sides, one a row, by the solutions, given the factors of Aᵀ.
    static func solveLU(
        _ factors: UnsafePointer<Self>, order: Int, pivots: UnsafePointer<Int32>,
        rightHandSides: UnsafeMutablePointer<Self>, count: Int)

    /// Overwrites A, rows × columns, by R on and above its diagonal, and the reflectors of Q below.
    static func factorQR(
        _ matrix: UnsafeMutablePointer<Self>, rows: Int, columns: Int, factors: UnsafeMutablePointer<Self>)

    /// Overwrites the reflectors by Q, rows × min(rows, columns), still with `columns` from row to row.
    static func formQ(
        _ matrix: UnsafeMutablePointer<Self>, rows: Int, columns: Int, factors: UnsafePointer<Self>)
}
