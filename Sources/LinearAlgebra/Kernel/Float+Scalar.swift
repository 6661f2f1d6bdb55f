internal import COpenBLAS

extension Float: Scalar {
    public static func firstNotFinite(_ x: UnsafePointer<Self>, count: Int) -> Int? {
        // All bits of the exponent are set in these and in no other number. Blocks without a branch inside.
        let exponent = infinity.bitPattern
        var start = 0
        while start < count {
            let end = min(start + 256, count)
            var isFound = false
            for index in start..<end {
                let isSpecial = x[index].bitPattern & exponent == exponent
                isFound = isFound || isSpecial
            }
            if isFound { return (start..<end).first { !x[$0].isFinite } }
            start = end
        }
        return nil
    }

    public static func mirrorLowerTriangle(_ matrix: UnsafeMutablePointer<Self>, order: Int) {
        // In tiles that stay in the cache: one of the two sides is walked across its rows.
        let tile = 32
        for firstRow in stride(from: 0, to: order, by: tile) {
            for firstColumn in stride(from: 0, through: firstRow, by: tile) {
                for row in firstRow..<min(firstRow + tile, order) {
                    for column in firstColumn..<max(firstColumn, min(firstColumn + tile, row)) {
                        matrix[column * order + row] = matrix[row * order + column]
                    }
                }
            }
        }
    }

    public static func transpose(
        _ matrix: UnsafePointer<Self>, rows: Int, columns: Int, stride: Int,
        result: UnsafeMutablePointer<Self>
    ) {
        OpenBLAS.prepare()
        cblas_somatcopy(
            CblasRowMajor, CblasTrans, blasSize(rows), blasSize(columns), 1, matrix, blasSize(stride), result,
            blasSize(rows))
    }
}
