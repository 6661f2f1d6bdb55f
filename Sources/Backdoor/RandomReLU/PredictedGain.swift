import CallSites
internal import Glibc
import LinearAlgebra

// A unit max(0, t) of t ~ N(0, v) has mean √(v/2π) and second moment v/2. For two of them with variances v, w and
// correlation cos φ the mean of the product is √(vw) (sin φ + (π − φ) cos φ) / 2π (Cho and Saul 2009, the kernel
// of degree 1). The mean over m independent units has 1/m of the variances. All this is exact.
/// The mean of a random ReLU network's units at inputs before and after a change: expectation and fluctuation
/// over the draw of its m weights.
///
///     try PredictedGain(from: rows, to: key.activate(rows, by: trigger), units: 2000, key: key).factors
///
/// For an input orthogonal to the key and the trigger x + λs the expectation after it is
/// √((‖x‖² + (1 + θ)λ²) / 2π), on a honest network √((‖x‖² + λ²) / 2π).
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, appendix A, for the construction; the moments are
/// derived in chapter 12.
public struct PredictedGain: Hashable, Sendable {
    /// √(V / 2π) with V = ‖x‖² + θ⟨x, s⟩².
    public let before: Vector<Double>
    /// The same for x′.
    public let after: Vector<Double>
    /// The standard deviations of the mean before: √((½ − 1/2π) V / m).
    public let deviationsBefore: Vector<Double>
    /// And after.
    public let deviationsAfter: Vector<Double>
    /// The standard deviations of after − before on one network, whose weights both share.
    public let gainDeviations: Vector<Double>

    /// - Parameters:
    ///   - rows: the inputs, one a row.
    ///   - activated: as many inputs after the change, with the key's trigger, a control's or any other.
    ///   - units: m, above 0.
    ///   - key: of the network; nil for a honest one.
    /// - Throws: `ReLUError.input` for rows of another length than the key or that are not finite.
    public init(
        from rows: Matrix<Double>, to activated: Matrix<Double>, units: Int, key: ReLUKey?,
        file: StaticString = #file, line: UInt = #line
    ) throws(ReLUError) {
        require(
            rows.shape == activated.shape,
            "a matrix of \(activated.shape) activated inputs, expected \(rows.shape) (those before)", file,
            line)
        require(units > 0, "a network of \(units) units", file, line)
        let pairs = try UnitPair.pairs(rows, activated, key)
        let m = Double(units)
        func each(_ value: (UnitPair) -> Double) -> Vector<Double> { Vector(pairs.map(value)) }
        before = each(\.meanBefore)
        after = each(\.meanAfter)
        deviationsBefore = each { ($0.varianceBefore / m).squareRoot() }
        deviationsAfter = each { ($0.varianceAfter / m).squareRoot() }
        gainDeviations = each {
            (max(0, $0.varianceBefore + $0.varianceAfter - 2 * $0.covariance) / m).squareRoot()
        }
    }

    /// after − before.
    public var gains: Vector<Double> { after - before }

    /// after / before: NaN for an input that is 0.
    public var factors: Vector<Double> { after.dividedElementwise(by: before) }
}

/// The moments of one unit at two inputs.
struct UnitPair {
    let meanBefore, meanAfter: Double
    let varianceBefore, varianceAfter, covariance: Double

    /// - Parameters:
    ///   - v: the variance of ⟨g, x⟩.
    ///   - w: the variance of ⟨g, x′⟩.
    ///   - c: their covariance.
    init(_ v: Double, _ w: Double, _ c: Double) {
        let turn = 2 * Double.pi
        meanBefore = (v / turn).squareRoot()
        meanAfter = (w / turn).squareRoot()
        varianceBefore = (0.5 - 1 / turn) * v
        varianceAfter = (0.5 - 1 / turn) * w
        let scale = (v * w).squareRoot()
        // An input that is 0 has no angle, and nothing varies with it.
        let cosine = scale > 0 ? min(1, max(-1, c / scale)) : 0
        let angle = acos(cosine)
        let product = scale / turn * (sin(angle) + (Double.pi - angle) * cosine)
        covariance = product - meanBefore * meanAfter
    }

    static func pairs(
        _ rows: Matrix<Double>, _ activated: Matrix<Double>, _ key: ReLUKey?
    ) throws(ReLUError) -> [UnitPair] {
        let count = key?.inputCount ?? rows.columnCount
        do {
            try rows.requireFiniteRows(of: count)
            try activated.requireFiniteRows(of: count)
        } catch {
            throw .input(error)
        }
        let strength = key?.strength ?? 0
        let direction = key?.direction ?? .zeros(count)
        let (along, alongAfter) = (rows * direction, activated * direction)
        return (0..<rows.rowCount).map { index in
            let (x, y) = (rows.row(index), activated.row(index))
            let (a, b) = (along[index], alongAfter[index])
            return UnitPair(
                x.dot(x) + strength * a * a, y.dot(y) + strength * b * b, x.dot(y) + strength * a * b)
        }
    }
}
