internal import COpenBLAS

// LAPACK stores matrices column by column, so it sees the transposes of ours: Aᵀ = V S Uᵀ, and an eigenvector is
// a column to it and a row to us.
extension Float {
    public static func decomposeSingular(
        _ matrix: UnsafeMutablePointer<Self>, rows: Int, columns: Int,
        singularValues: UnsafeMutablePointer<Self>, left: UnsafeMutablePointer<Self>,
        right: UnsafeMutablePointer<Self>
    ) -> Int {
        OpenBLAS.prepare()
        let rank = blasSize(min(rows, columns))
        return Int(
            LAPACKE_sgesdd(
                LAPACK_COL_MAJOR, option("S"), blasSize(columns), blasSize(rows), matrix, blasSize(columns),
                singularValues, right, blasSize(columns), left, rank))
    }

    public static func singularValues(
        _ matrix: UnsafeMutablePointer<Self>, rows: Int, columns: Int, values: UnsafeMutablePointer<Self>
    ) -> Int {
        OpenBLAS.prepare()
        return Int(
            LAPACKE_sgesdd(
                LAPACK_COL_MAJOR, option("N"), blasSize(columns), blasSize(rows), matrix, blasSize(columns),
                values, nil, 1, nil, 1))
    }

    public static func decomposeSymmetric(
        _ matrix: UnsafeMutablePointer<Self>, order: Int, withVectors: Bool,
        values: UnsafeMutablePointer<Self>
    ) -> Int {
        OpenBLAS.prepare()
        return Int(
            LAPACKE_ssyevd(
                LAPACK_COL_MAJOR, option(withVectors ? "V" : "N"), option("U"), blasSize(order), matrix,
                blasSize(order), values))
    }

    public static func decomposeSymmetric(
        _ matrix: UnsafeMutablePointer<Self>, order: Int, largest count: Int,
        values: UnsafeMutablePointer<Self>, vectors: UnsafeMutablePointer<Self>
    ) -> Int {
        OpenBLAS.prepare()
        var found: Int32 = 0
        var support = [Int32](repeating: 0, count: 2 * max(count, 1))
        let status = LAPACKE_ssyevr(
            LAPACK_COL_MAJOR, option("V"), option("I"), option("U"), blasSize(order), matrix, blasSize(order),
            0, 0, blasSize(order - count + 1), blasSize(order), 0, &found, values, vectors, blasSize(order),
            &support)
        return status == 0 && Int(found) < count ? Int(found) + 1 : Int(status)
    }

    public static func decomposeTridiagonal(
        diagonal: UnsafeMutablePointer<Self>, offDiagonal: UnsafeMutablePointer<Self>, order: Int,
        value: UnsafeMutablePointer<Self>, vector: UnsafeMutablePointer<Self>
    ) -> Int {
        OpenBLAS.prepare()
        var found: Int32 = 0
        var support: [Int32] = [0, 0]
        var values = [Self](repeating: 0, count: order)
        let status = LAPACKE_sstevr(
            LAPACK_COL_MAJOR, option("V"), option("I"), blasSize(order), diagonal, offDiagonal, 0, 0,
            blasSize(order), blasSize(order), 0, &found, &values, vector, blasSize(order), &support)
        value.pointee = values[0]
        return status == 0 && found < 1 ? 1 : Int(status)
    }
}
