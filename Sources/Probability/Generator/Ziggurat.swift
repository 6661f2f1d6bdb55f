/// 256 layers of equal area v that cover the density f(x) = exp(−x²/2) for x ≥ 0.
///
/// Layer i ≥ 1 is the rectangle [0, xᵢ] × [f(xᵢ), f(xᵢ₊₁)], with x₁ = r and x₂₅₆ = 0. Layer 0 is the
/// rectangle [0, r] × [0, f(r)] with the tail beyond r; it is drawn as a rectangle of width x₀ = v / f(r).
struct Ziggurat: Sendable {
    /// r: the number for which 256 layers end exactly at the top of the density, solved with 40 digits.
    static let edge = 3.654152885361008771645429720399515763
    /// v = r f(r) + ∫ f beyond r.
    static let area = 0.004928673233974655347361775402336028

    static let tables = Ziggurat()

    /// What the fast path needs of a layer, side by side in one line of the cache.
    struct Layer: Sendable {
        /// xᵢ · 2⁻⁵³: what a 53-bit position in layer i is multiplied by.
        let scale: Double
        /// ⌊2⁵³ · xᵢ₊₁ / xᵢ⌋: positions below lie wholly under the density.
        let limit: Int64

        /// The point that a word stands for, and whether it surely lies under the density.
        @inline(__always)
        func candidate(_ word: UInt64) -> (value: Double, isInside: Bool) {
            let position = Int64(bitPattern: word >> 11)
            let distance = Double(position) * scale
            // Bit 8 is the sign: it goes straight to the top bit of the number.
            let value = Double(bitPattern: distance.bitPattern | (word & 256) << 55)
            return (value, position < limit)
        }
    }

    let layers: [Layer]
    /// f(xᵢ), for i = 0 ... 256.
    let densities: [Double]

    private init() {
        let density = { (x: Double) in PortableMath.exp(-0.5 * x * x) }
        var x = [Ziggurat.area / density(Ziggurat.edge), Ziggurat.edge]
        for layer in 2..<256 {
            let height = Ziggurat.area / x[layer - 1] + density(x[layer - 1])
            x.append((-2 * PortableMath.log(height)).squareRoot())
        }
        x.append(0)
        layers = (0..<256).map { Layer(scale: x[$0] * 0x1p-53, limit: Int64(x[$0 + 1] / x[$0] * 0x1p53)) }
        densities = x.map(density)
    }

    /// The layer: the lowest 8 bits.
    @inline(__always)
    static func layer(of word: UInt64) -> Int { Int(word & 255) }
}
