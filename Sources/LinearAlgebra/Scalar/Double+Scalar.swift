internal import COpenBLAS

extension Double: Scalar {
    public static func dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, count: Int) -> Self {
        OpenBLAS.useOneThread()
        return cblas_ddot(blasSize(count), x, 1, y, 1)
    }

    public static func norm(_ x: UnsafePointer<Self>, count: Int) -> Self {
        OpenBLAS.useOneThread()
        return cblas_dnrm2(blasSize(count), x, 1)
    }

    public static func multiply(
        _ matrix: UnsafePointer<Self>, rows: Int, columns: Int, stride: Int, transposed: Bool,
        vector: UnsafePointer<Self>, result: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.useOneThread()
        cblas_dgemv(
            CblasRowMajor, transposed ? CblasTrans : CblasNoTrans, blasSize(rows), blasSize(columns), 1,
            matrix, blasSize(stride), vector, 1, 0, result, 1)
    }

    public static func multiply(
        _ left: UnsafePointer<Self>, stride leftStride: Int, transposed leftTransposed: Bool,
        _ right: UnsafePointer<Self>, stride rightStride: Int, transposed rightTransposed: Bool,
        rows: Int, columns: Int, inner: Int, result: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.useOneThread()
        cblas_dgemm(
            CblasRowMajor, leftTransposed ? CblasTrans : CblasNoTrans,
            rightTransposed ? CblasTrans : CblasNoTrans, blasSize(rows), blasSize(columns), blasSize(inner),
            1,
            left, blasSize(leftStride), right, blasSize(rightStride), 0, result, blasSize(columns))
    }

    public static func factorCholesky(_ matrix: UnsafeMutablePointer<Self>, order: Int) -> Int {
        OpenBLAS.useOneThread()
        return Int(LAPACKE_dpotrf(LAPACK_ROW_MAJOR, lowerTriangle, blasSize(order), matrix, blasSize(order)))
    }

    public static func solveCholesky(
        _ factor: UnsafePointer<Self>, order: Int, rightHandSides: UnsafeMutablePointer<Self>, columns: Int
    ) {
        OpenBLAS.useOneThread()
        _ = LAPACKE_dpotrs(
            LAPACK_ROW_MAJOR, lowerTriangle, blasSize(order), blasSize(columns), factor, blasSize(order),
            rightHandSides, blasSize(columns))
    }
}
