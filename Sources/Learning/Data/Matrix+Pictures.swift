import CallSites
import LinearAlgebra

extension Matrix<Double> {
    /// Square pictures, one a row, drawn with more pixels by bilinear interpolation.
    ///
    /// Pixel (i, j) of the new picture has its centre at ((i + ½) · side/newSide − ½, …) in the pixels of the old
    /// one; beyond the centres of the outer pixels their values go on. The new pictures lie in a space of as
    /// many dimensions as the old ones.
    ///
    /// - Parameters:
    ///   - side: pixels along a side of the pictures, which have side² columns.
    ///   - newSide: likewise afterwards, at least 1.
    /// - Returns: n × newSide².
    public func enlargingPictures(
        side: Int, to newSide: Int, file: StaticString = #file, line: UInt = #line
    ) -> Matrix {
        require(
            side >= 1 && columnCount == side * side,
            "matrix of \(shape) has \(columnCount) columns, expected \(side * side) (\(side) × \(side) pixels)",
            file, line)
        require(newSide >= 1, "pictures of \(newSide) × \(newSide) pixels", file, line)
        let places = (0..<newSide).map { Interpolation(of: $0, from: side, to: newSide) }
        var map = Matrix.zeros(rows: columnCount, columns: newSide * newSide)
        for (i, vertical) in places.enumerated() {
            for (j, horizontal) in places.enumerated() {
                for (row, height) in vertical.weights {
                    for (column, width) in horizontal.weights {
                        map[row * side + column, i * newSide + j] += height * width
                    }
                }
            }
        }
        return self * map
    }
}

/// Which old pixels a new one lies between.
private struct Interpolation {
    let weights: [(place: Int, weight: Double)]

    init(of pixel: Int, from side: Int, to newSide: Int) {
        let centre = (Double(pixel) + 0.5) * Double(side) / Double(newSide) - 0.5
        let inside = min(max(centre, 0), Double(side - 1))
        let lower = Int(inside)
        let share = inside - Double(lower)
        weights = share > 0 ? [(lower, 1 - share), (lower + 1, share)] : [(lower, 1)]
    }
}
