internal import COpenBLAS

extension Float {
    public static func dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, count: Int) -> Self {
        OpenBLAS.prepare()
        return cblas_sdot(blasSize(count), x, 1, y, 1)
    }

    public static func norm(_ x: UnsafePointer<Self>, count: Int) -> Self {
        OpenBLAS.prepare()
        return cblas_snrm2(blasSize(count), x, 1)
    }

    public static func multiply(
        _ matrix: UnsafePointer<Self>, rows: Int, columns: Int, stride: Int, transposed: Bool,
        vector: UnsafePointer<Self>, result: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.prepare()
        cblas_sgemv(
            CblasRowMajor, transposed ? CblasTrans : CblasNoTrans, blasSize(rows), blasSize(columns), 1,
            matrix, blasSize(stride), vector, 1, 0, result, 1)
    }

    public static func multiply(
        _ left: UnsafePointer<Self>, stride leftStride: Int, transposed leftTransposed: Bool,
        _ right: UnsafePointer<Self>, stride rightStride: Int, transposed rightTransposed: Bool,
        rows: Int, columns: Int, inner: Int, result: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.prepare()
        cblas_sgemm(
            CblasRowMajor, leftTransposed ? CblasTrans : CblasNoTrans,
            rightTransposed ? CblasTrans : CblasNoTrans, blasSize(rows), blasSize(columns), blasSize(inner),
            1, left, blasSize(leftStride), right, blasSize(rightStride), 0, result, blasSize(columns))
    }

    public static func multiplySymmetric(
        _ matrix: UnsafePointer<Self>, order: Int, stride: Int, vector: UnsafePointer<Self>,
        result: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.prepare()
        cblas_ssymv(
            CblasRowMajor, CblasLower, blasSize(order), 1, matrix, blasSize(stride), vector, 1, 0, result, 1)
    }

    public static func addSymmetricProduct(
        _ matrix: UnsafePointer<Self>, order: Int, inner: Int, stride: Int, transposed: Bool,
        result: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.prepare()
        cblas_ssyrk(
            CblasRowMajor, CblasLower, transposed ? CblasTrans : CblasNoTrans, blasSize(order),
            blasSize(inner), 1, matrix, blasSize(stride), 1, result, blasSize(order))
    }

    public static func addOuterProduct(
        _ vector: UnsafePointer<Self>, factor: Self, order: Int, result: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.prepare()
        cblas_ssyr(
            CblasRowMajor, CblasLower, blasSize(order), factor, vector, 1, result, blasSize(order))
    }
}
