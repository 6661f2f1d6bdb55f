internal import COpenBLAS

// LAPACK stores matrices column by column, so it sees the transposes of ours: its upper triangle is our lower
// one, its L Q factorization of Aᵀ is our Q R of A. Nothing has to be copied for it.
extension Double {
    public static func factorCholesky(_ matrix: UnsafeMutablePointer<Self>, order: Int) -> Int {
        OpenBLAS.prepare()
        return Int(
            LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, option("U"), blasSize(order), matrix, blasSize(order)))
    }

    public static func solveTriangular(
        _ matrix: UnsafePointer<Self>, order: Int, stride: Int, isLower: Bool, transposed: Bool,
        hasUnitDiagonal: Bool, rightHandSides: UnsafeMutablePointer<Self>, columns: Int
    ) {
        OpenBLAS.prepare()
        cblas_dtrsm(
            CblasRowMajor, CblasLeft, isLower ? CblasLower : CblasUpper,
            transposed ? CblasTrans : CblasNoTrans, hasUnitDiagonal ? CblasUnit : CblasNonUnit,
            blasSize(order), blasSize(columns), 1, matrix, blasSize(stride), rightHandSides,
            blasSize(columns))
    }

    public static func factorSymmetric(
        _ matrix: UnsafeMutablePointer<Self>, order: Int, pivots: UnsafeMutablePointer<Int32>
    ) -> Int {
        OpenBLAS.prepare()
        return Int(
            LAPACKE_dsytrf(LAPACK_COL_MAJOR, option("U"), blasSize(order), matrix, blasSize(order), pivots))
    }

    public static func solveSymmetric(
        _ factors: UnsafePointer<Self>, order: Int, pivots: UnsafePointer<Int32>,
        rightHandSides: UnsafeMutablePointer<Self>, count: Int
    ) {
        OpenBLAS.prepare()
        _ = LAPACKE_dsytrs_work(
            LAPACK_COL_MAJOR, option("U"), blasSize(order), blasSize(count), factors, blasSize(order), pivots,
            rightHandSides, blasSize(order))
    }

    public static func factorLU(
        _ matrix: UnsafeMutablePointer<Self>, order: Int, pivots: UnsafeMutablePointer<Int32>
    ) -> Int {
        OpenBLAS.prepare()
        return Int(
            LAPACKE_dgetrf_work(
                LAPACK_COL_MAJOR, blasSize(order), blasSize(order), matrix, blasSize(order), pivots))
    }

    public static func solveLU(
        _ factors: UnsafePointer<Self>, order: Int, pivots: UnsafePointer<Int32>,
        rightHandSides: UnsafeMutablePointer<Self>, count: Int
    ) {
        OpenBLAS.prepare()
        _ = LAPACKE_dgetrs_work(
            LAPACK_COL_MAJOR, option("T"), blasSize(order), blasSize(count), factors, blasSize(order), pivots,
            rightHandSides, blasSize(order))
    }

    public static func factorQR(
        _ matrix: UnsafeMutablePointer<Self>, rows: Int, columns: Int, factors: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.prepare()
        _ = LAPACKE_dgelqf(
            LAPACK_COL_MAJOR, blasSize(columns), blasSize(rows), matrix, blasSize(columns), factors)
    }

    public static func formQ(
        _ matrix: UnsafeMutablePointer<Self>, rows: Int, columns: Int, factors: UnsafePointer<Self>
    ) {
        OpenBLAS.prepare()
        let count = blasSize(min(rows, columns))
        _ = LAPACKE_dorglq(
            LAPACK_COL_MAJOR, count, blasSize(rows), count, matrix, blasSize(columns), factors)
    }
}
