import CLWE
import Foundation
import LinearAlgebra

extension CLWEMeasurements {
    static let smallLattice = reduction("lattice-10")
    static let largeLattice = reduction("lattice-20")

    /// A reduced basis of the lattice in which a key is looked for. Reduced bases differ, so what they share is
    /// compared: the volume, and that the conditions of the reduction hold.
    private static func reduction(_ name: String) -> Measurement {
        Measurement(name: name) { inputs in
            let rows = try inputs.matrix(name)
            let basis = (0..<rows.rowCount).map { rows.row($0).map { Int($0) } }
            return Work(
                run: { LatticeBasis.reduced(basis, delta: 0.99) },
                values: { reduced in
                    guard let matrix = try? Matrix(rows: reduced),
                        let factors = try? QR(Matrix(matrix.transposed))
                    else { return [] }
                    let lengths = (0..<matrix.rowCount).map { factors.r[$0, $0].magnitude }
                    return [lengths.reduce(0) { $0 + log($1) }, isReduced(factors.r) ? 1 : 0]
                })
        }
    }

    /// Lovász's condition with 0.989 and size reduction to 0.511, a thousandth more than what was asked for.
    private static func isReduced(_ triangle: Matrix<Double>) -> Bool {
        (1..<triangle.rowCount).allSatisfy { row in
            let (above, here) = (triangle[row - 1, row - 1], triangle[row, row])
            let beside = triangle[row - 1, row]
            return 0.989 * above * above <= here * here + beside * beside
                && (0..<row).allSatisfy {
                    triangle[$0, row].magnitude <= 0.511 * triangle[$0, $0].magnitude
                }
        }
    }
}
