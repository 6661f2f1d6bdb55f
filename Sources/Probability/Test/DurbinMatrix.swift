/// P(D < d) exactly, as an element of the n-th power of a matrix of 2k − 1 rows with k = ⌈n d⌉.
///
/// Source: Marsaglia, Tsang and Wang 2003, "Evaluating Kolmogorov's distribution"; the matrix is Durbin's.
enum DurbinMatrix {
    static func probability(below d: Double, _ n: Int) -> Double {
        let k = Int(Double(n) * d) + 1
        let size = 2 * k - 1
        var power = ScaledMatrix.identity(size)
        var square = ScaledMatrix(elements: elements(size, h: Double(k) - Double(n) * d), size: size)
        var left = n
        while left > 0 {
            if left & 1 == 1 { power = power.times(square) }
            square = square.times(square)
            left >>= 1
        }
        // n! / nⁿ, factor by factor so that nothing overflows.
        var (value, exponent) = (power.elements[(k - 1) * size + k - 1], power.exponent)
        for i in 1...n {
            value *= Double(i) / Double(n)
            if value < 0x1p-500 {
                value *= 0x1p500
                exponent -= 500
            }
        }
        return Double(sign: .plus, exponent: max(exponent, -1100), significand: value)
    }

    /// 1/(i − j + 1)! on and below the first diagonal above the main one; first column and last row corrected
    /// by powers of h.
    private static func elements(_ size: Int, h: Double) -> [Double] {
        var elements = [Double](repeating: 0, count: size * size)
        for i in 0..<size {
            for j in 0..<min(size, i + 2) { elements[i * size + j] = 1 }
        }
        var power = 1.0
        for i in 0..<size {
            power *= h
            elements[i * size] -= power
            elements[(size - 1) * size + size - 1 - i] -= power
        }
        if 2 * h > 1 {
            var last = 1.0
            for _ in 0..<size { last *= 2 * h - 1 }
            elements[(size - 1) * size] += last
        }
        for i in 0..<size {
            for j in 0..<min(size, i + 1) {
                for factor in stride(from: 1, through: i - j + 1, by: 1) {
                    elements[i * size + j] /= Double(factor)
                }
            }
        }
        return elements
    }
}

/// A matrix times a power of two, which keeps its elements from under- and overflowing.
private struct ScaledMatrix {
    var elements: [Double]
    let size: Int
    var exponent = 0

    static func identity(_ size: Int) -> ScaledMatrix {
        var elements = [Double](repeating: 0, count: size * size)
        for i in 0..<size { elements[i * size + i] = 1 }
        return ScaledMatrix(elements: elements, size: size)
    }

    func times(_ other: ScaledMatrix) -> ScaledMatrix {
        var product = [Double](repeating: 0, count: size * size)
        for i in 0..<size {
            for k in 0..<size {
                let factor = elements[i * size + k]
                if factor == 0 { continue }
                for j in 0..<size { product[i * size + j] += factor * other.elements[k * size + j] }
            }
        }
        var result = ScaledMatrix(elements: product, size: size, exponent: exponent + other.exponent)
        let largest = product.reduce(0) { max($0, abs($1)) }
        if largest > 0x1p300 {
            result.exponent += 300
            result.elements = product.map { $0 * 0x1p-300 }
        } else if largest > 0 && largest < 0x1p-300 {
            result.exponent -= 300
            result.elements = product.map { $0 * 0x1p300 }
        }
        return result
    }
}
