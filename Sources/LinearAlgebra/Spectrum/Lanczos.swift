/// Lanczos' iteration for the largest eigenvalue of a symmetric matrix, of which the lower triangle is read.
///
/// Goals, in order: a right answer or none, then speed. The residual of what is returned was computed, not
/// estimated; where the iteration does not converge within the steps that LAPACK would take the time of,
/// there is no answer, and the caller turns to LAPACK. Every new direction is made orthogonal to all earlier
/// ones, twice: without that, rounding brings back directions already found.
///
/// Source: Parlett, *The Symmetric Eigenvalue Problem*, chapter 13.
struct Lanczos<Element: Scalar> {
    private let matrix: Matrix<Element>
    private let order: Int
    /// Basis vectors, one a row; the first `diagonal.count` rows are in use, and one more.
    private var basis: [Element]
    /// The matrix in that basis is tridiagonal.
    private var diagonal: [Element] = []
    private var offDiagonal: [Element] = []

    /// A step reads half the matrix, LAPACK's reduction to tridiagonal form half of it `order` times.
    private let stepLimit: Int
    private static var stepsBetweenChecks: Int { 8 }

    init(_ matrix: Matrix<Element>) {
        self.matrix = matrix
        order = matrix.rowCount
        // Below this order LAPACK needs less time than a few steps of this iteration.
        stepLimit = order < 64 ? 0 : min(order / 4, 300)
        basis = stepLimit > 0 ? [Element](repeating: 0, count: (stepLimit + 1) * order) : []
    }

    /// The largest eigenvalue with its eigenvector; `nil` where it was not found within the limit.
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    mutating func largest() -> (value: Element, vector: Vector<Element>)? {
        guard stepLimit > 0 else { return nil }
        setRow(0, to: Self.startVector(order))
        for step in 0..<stepLimit {
            var next = product(row(step))
            diagonal.append(row(step).dot(next))
            for _ in 0..<2 { next -= projection(of: next, steps: step + 1) }
            let length = next.norm
            let scale = max(diagonal.reduce(0) { max($0, $1.magnitude) }, offDiagonal.max() ?? 0)
            let isInvariant = length <= Element(order) * Element.ulpOfOne * scale
            if isInvariant || (step + 1) % Self.stepsBetweenChecks == 0 {
                guard let pair = tridiagonalPair() else { return nil }
                // This is the norm of the residual of the pair in the large space.
                let error = length * (pair.vector.last ?? 0).magnitude
                if isInvariant || error <= Element.ulpOfOne * scale {
                    return checked(pair.value, combination(pair.vector), scale: scale)
                }
            }
            offDiagonal.append(length)
            setRow(step + 1, to: next / length)
        }
        return nil
    }

    /// Always the same, and with a part in every direction that one meets.
    private static func startVector(_ order: Int) -> Vector<Element> {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        let vector = Vector(
            (0..<order).map { _ in
                // The top bits of a linear congruential generator (Knuth's MMIX) suffice for a direction.
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Element(Int64(state >> 40)) / Element(1 << 23) - 1
            })
        return vector / vector.norm
    }

    private func row(_ index: Int) -> Vector<Element> {
        Vector(Array(basis[index * order..<(index + 1) * order]))
    }

    private mutating func setRow(_ index: Int, to vector: Vector<Element>) {
        basis.withUnsafeMutableBufferPointer { basis in
            vector.withUnsafeBufferPointer { vector in
                guard let target = basis.baseAddress, let source = vector.baseAddress else { return }
                (target + index * order).update(from: source, count: order)
            }
        }
    }

    private func product(_ vector: Vector<Element>) -> Vector<Element> {
        var result = Vector<Element>.zeros(order)
        _ = matrix.withUnsafeBase { matrix in
            vector.withUnsafeBufferPointer { vector in
                result.withUnsafeMutableBufferPointer { result in
                    guard let vector = vector.baseAddress, let result = result.baseAddress else { return }
                    Element.multiplySymmetric(
                        matrix, order: order, stride: self.matrix.stride, vector: vector, result: result)
                }
            }
        }
        return result
    }

    /// The part of a vector that lies in the space of the first basis vectors.
    private func projection(of vector: Vector<Element>, steps: Int) -> Vector<Element> {
        combination(basisProduct(vector, count: order, result: steps, steps: steps, transposed: false))
    }

    /// Σ cᵢ times basis vector i.
    private func combination(_ coefficients: Vector<Element>) -> Vector<Element> {
        basisProduct(
            coefficients, count: coefficients.count, result: order, steps: coefficients.count,
            transposed: true)
    }

    private func basisProduct(
        _ vector: Vector<Element>, count: Int, result size: Int, steps: Int, transposed: Bool
    ) -> Vector<Element> {
        Vector(unsafeUninitializedCount: size) { result in
            result.initialize(repeating: 0)
            basis.withUnsafeBufferPointer { basis in
                vector.withUnsafeBufferPointer { vector in
                    guard let basis = basis.baseAddress, let vector = vector.baseAddress,
                        let result = result.baseAddress
                    else { return }
                    Element.multiply(
                        basis, rows: steps, columns: order, stride: order, transposed: transposed,
                        vector: vector,
                        result: result)
                }
            }
        }
    }

    private func tridiagonalPair() -> (value: Element, vector: Vector<Element>)? {
        let order = diagonal.count
        var diagonal = diagonal
        // LAPACK uses one more element as work space.
        var offDiagonal = offDiagonal + [0]
        var value: Element = 0
        var vector = [Element](repeating: 0, count: order)
        let status = Element.decomposeTridiagonal(
            diagonal: &diagonal, offDiagonal: &offDiagonal, order: order, value: &value, vector: &vector)
        return status == 0 ? (value, Vector(vector)) : nil
    }

    private func checked(
        _ value: Element, _ vector: Vector<Element>, scale: Element
    ) -> (value: Element, vector: Vector<Element>)? {
        let unit = vector / vector.norm
        let residual = (product(unit) - value * unit).norm
        return residual <= Element(order) * Element.ulpOfOne * scale ? (value, unit) : nil
    }
}
