import CallSites

/// The mean and the scatter of rows that come one block after another: one pass, and no more memory than the
/// result and one block.
///
///     var moments = RowMoments<Double>(columnCount: 64)
///     for block in blocks { moments.add(block) }
///     let covariance = try moments.covariance()
///
/// Goals, in order: no cancellation where the mean is large beside the deviations, then the speed of one
/// symmetric product. Each block is centred by its own mean, so its scatter is a sum of small squares; blocks are
/// merged by the exact formula S = S₁ + S₂ + (n₁ n₂ / n) δ δᵀ, where δ is the difference of their means. The
/// textbook Σ x xᵀ − n m mᵀ loses all digits where the mean is 10⁸ deviations.
///
/// Source: Chan, Golub and LeVeque 1983.
public struct RowMoments<Element: Scalar>: Sendable {
    public private(set) var count = 0
    /// The mean of the rows so far; zeros before the first.
    public private(set) var mean: Vector<Element>
    /// The upper triangle of Σ (x − mean)(x − mean)ᵀ.
    private var scatter: Matrix<Element>

    /// Rows centred at a time. Each block passes once over the result, which took 10 % more time with 512 rows.
    private static var blockSize: Int { 2048 }

    public init(columnCount: Int) {
        mean = .zeros(columnCount)
        scatter = .zeros(rows: columnCount, columns: columnCount)
    }

    public var columnCount: Int { mean.count }

    /// Adds the rows of a matrix.
    public mutating func add(_ rows: Matrix<Element>, file: StaticString = #file, line: UInt = #line) {
        require(
            rows.columnCount == columnCount,
            "rows of a matrix of \(rows.shape) added to \(columnCount) columns",
            file, line)
        for start in stride(from: 0, to: rows.rowCount, by: Self.blockSize) {
            addBlock(rows.rows(start..<min(start + Self.blockSize, rows.rowCount)))
        }
    }

    @specialized(where Element == Double)
    @specialized(where Element == Float)
    private mutating func addBlock(_ block: Matrix<Element>) {
        let added = Element(block.rowCount)
        let blockMean = block.columnSums / added
        let centred = block.addingToRows(-blockMean)
        let difference = blockMean - mean
        let total = Element(count + block.rowCount)
        let factor = Element(count) * added / total
        let order = columnCount
        scatter.withUnsafeMutableBufferPointer { scatter in
            guard let scatter = scatter.baseAddress else { return }
            _ = centred.withUnsafeBase {
                Element.addSymmetricProduct(
                    $0, order: order, inner: block.rowCount, stride: order, transposed: true, result: scatter)
            }
            difference.withUnsafeBufferPointer { difference in
                guard factor > 0, let difference = difference.baseAddress else { return }
                Element.addOuterProduct(difference, factor: factor, order: order, result: scatter)
            }
        }
        mean += (added / total) * difference
        count += block.rowCount
    }

    /// The covariance Σ (x − mean)(x − mean)ᵀ / (n − 1), or with n in the denominator.
    ///
    /// - Throws: `MatrixError.tooSmall` where the denominator would be 0.
    public func covariance(_ denominator: CovarianceDenominator = .countMinusOne) throws(MatrixError)
        -> Matrix<Element>
    {
        var copy = self
        return try copy.takeCovariance(denominator)
    }

    /// The covariance in the memory of the scatter, which is empty then.
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    fileprivate mutating func takeCovariance(_ denominator: CovarianceDenominator) throws(MatrixError)
        -> Matrix<Element>
    {
        let needed = denominator == .count ? 1 : 2
        guard count >= needed else {
            throw .tooSmall(
                Shape(rows: count, columns: columnCount),
                expected: "at least \(needed) row\(needed == 1 ? "" : "s")",
                operation: "the covariance")
        }
        var result = scatter
        scatter = .zeros(rows: 0, columns: 0)
        let order = columnCount
        let divisor = Element(denominator == .count ? count : count - 1)
        result.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            for index in buffer.indices { start[index] /= divisor }
            Element.mirrorUpperTriangle(start, order: order)
        }
        return result
    }
}

/// What the sum of squares is divided by.
public enum CovarianceDenominator: Hashable, Sendable {
    /// n − 1: without bias when the rows are a sample.
    case countMinusOne
    /// n: the covariance of just these rows.
    case count
}

extension Matrix {
    /// The covariance of the columns, one sample a row: m samples of n numbers give n × n, in one pass.
    ///
    /// - Throws: `MatrixError.notFinite`, or `.tooSmall` where there are fewer than 2 rows (1 for `.count`).
    /// - Complexity: m n² / 2 multiplications; allocates the result and one block of rows.
    public func covariance(
        _ denominator: CovarianceDenominator = .countMinusOne
    ) throws(MatrixError) -> Matrix {
        var moments = RowMoments<Element>(columnCount: columnCount)
        moments.add(self)
        // What is not finite makes its column's mean so; only then is it looked for, which is a pass over everything.
        if !moments.mean.elements.allSatisfy(\.isFinite) { try requireFinite() }
        return try moments.takeCovariance(denominator)
    }
}
