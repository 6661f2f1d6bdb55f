internal import CallSites

extension Generator {
    /// A point that is uniform on the unit sphere of ℝⁿ: a normal vector divided by its length.
    ///
    /// - Parameter dimension: n, at least 1; for 1 the sphere is {−1, 1}.
    /// - Returns: n numbers whose squares add up to 1 within n · 10⁻¹⁶.
    public mutating func pointOnSphere(
        dimension: Int, file: StaticString = #file, line: UInt = #line
    ) -> [Double] {
        require(dimension > 0, "a sphere in \(dimension) dimensions", file, line)
        while true {
            let point = gaussians(dimension)
            let length = point.reduce(0) { $0 + $1 * $1 }.squareRoot()
            // A length of 0 has no direction; it comes with a probability below 2⁻⁵³.
            if length > 0 { return point.map { $0 / length } }
        }
    }

    /// `count` different places of 0 ..< length in rising order, uniform among all choices.
    ///
    /// - Throws: `ProbabilityError.outOfRange` unless 0 ≤ count ≤ length.
    /// - Complexity: O(count log count), however large the length.
    public mutating func sparseSupport(_ count: Int, of length: Int) throws(ProbabilityError) -> [Int] {
        guard length >= 0, count >= 0, count <= length else {
            throw .outOfRange(value: "\(count)", name: "the size of the support", range: "0...\(length)")
        }
        return sample(count, of: length).sorted()
    }

    /// A unit vector with `count` entries that are not 0, uniform among all supports and directions on them.
    ///
    /// - Throws: `ProbabilityError.outOfRange` unless 1 ≤ count ≤ length.
    public mutating func sparseDirection(_ count: Int, of length: Int) throws(ProbabilityError) -> [Double] {
        guard length >= 1, count >= 1, count <= length else {
            throw .outOfRange(value: "\(count)", name: "the size of the support", range: "1...\(length)")
        }
        let support = try sparseSupport(count, of: length)
        var direction = [Double](repeating: 0, count: length)
        for (place, entry) in zip(support, pointOnSphere(dimension: count)) { direction[place] = entry }
        return direction
    }
}
