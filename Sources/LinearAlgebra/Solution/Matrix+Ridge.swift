import CallSites

extension Matrix {
    /// The w that minimizes ‖A w − y‖² + penalty · ‖w‖², by the normal equations (AᵀA + penalty · I) w = Aᵀ y.
    ///
    /// With fewer rows than columns, by the smaller system w = Aᵀ (A Aᵀ + penalty · I)⁻¹ y instead. The condition
    /// number of the system is that of A squared: without a penalty, `solveLeastSquares` keeps twice the digits.
    ///
    /// - Parameters:
    ///   - targets: y, one number for each row.
    ///   - penalty: at least 0.
    /// - Throws: `NotPositiveDefiniteError` where the columns are dependent and the penalty does not help, or a
    ///   number is not finite.
    /// - Complexity: m n k / 2 + k³ / 6 multiplications for m × n, k = min(m, n); allocates k² elements.
    public func solveRidge(
        _ targets: Vector<Element>, penalty: Element, file: StaticString = #file, line: UInt = #line
    ) throws(NotPositiveDefiniteError) -> Vector<Element> {
        require(penalty >= 0 && penalty.isFinite, "a penalty of \(penalty), expected at least 0", file, line)
        require(
            targets.count == rowCount, "\(targets.count) targets for the rows of a matrix of \(shape)", file,
            line)
        let isTall = rowCount >= columnCount
        var system = symmetricProduct(transposed: isTall, isMirrored: false)
        system.addToDiagonal(penalty)
        if isTall {
            return try Cholesky(overwriting: &system).solve(transposed * targets)
        }
        return transposed * (try Cholesky(overwriting: &system).solve(targets))
    }

    private mutating func addToDiagonal(_ number: Element) {
        let step = columnCount + 1
        let order = rowCount
        withUnsafeMutableBufferPointer { for index in 0..<order { $0[index * step] += number } }
    }
}
