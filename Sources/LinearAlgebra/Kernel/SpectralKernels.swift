/// Eigenvalues and singular values, by LAPACK. Each returns 0, or a positive number when it did not converge.
public protocol SpectralKernels {
    /// A = U S Vᵀ, with k = min(rows, columns): U is rows × k, Vᵀ is k × columns. Overwrites A.
    static func decomposeSingular(
        _ matrix: UnsafeMutablePointer<Self>, rows: Int, columns: Int,
        singularValues: UnsafeMutablePointer<Self>, left: UnsafeMutablePointer<Self>,
        right: UnsafeMutablePointer<Self>
    ) -> Int

    /// The singular values alone. Overwrites A.
    static func singularValues(
        _ matrix: UnsafeMutablePointer<Self>, rows: Int, columns: Int, values: UnsafeMutablePointer<Self>
    )
        -> Int

    /// All eigenvalues of a symmetric matrix in ascending order, from its lower triangle; where `withVectors`,
    /// A is overwritten by the eigenvectors, one a row.
    static func decomposeSymmetric(
        _ matrix: UnsafeMutablePointer<Self>, order: Int, withVectors: Bool,
        values: UnsafeMutablePointer<Self>
    ) -> Int

    /// The `count` largest eigenvalues of a symmetric matrix in ascending order and their eigenvectors, one a
    /// row, from its lower triangle. Overwrites A; `values` has `order` elements.
    static func decomposeSymmetric(
        _ matrix: UnsafeMutablePointer<Self>, order: Int, largest count: Int,
        values: UnsafeMutablePointer<Self>, vectors: UnsafeMutablePointer<Self>
    ) -> Int

    /// The largest eigenvalue of a symmetric tridiagonal matrix and its eigenvector. Overwrites the matrix.
    static func decomposeTridiagonal(
        diagonal: UnsafeMutablePointer<Self>, offDiagonal: UnsafeMutablePointer<Self>, order: Int,
        value: UnsafeMutablePointer<Self>, vector: UnsafeMutablePointer<Self>
    ) -> Int
}
