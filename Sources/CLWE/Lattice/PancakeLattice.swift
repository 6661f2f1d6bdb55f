internal import Glibc
internal import LinearAlgebra

// Kannan's embedding: the rows
//
//     dl · Gᵀ      | c·dl · I | 0
//     I            | 0        | 0
//     shift … shift| 0        | M
//
// for samples G (m' × k) span a lattice. x = ω/dl rounded, minus the layers' integers, minus the last row, is
// (Gω − shift − integers | c·ω | −M): about β√m', c·γ and M long. As long as β is small it is the shortest of
// those that hold the last row once; twice that row, less integers, may be shorter (for shift ½ it is 2M alone)
// and says nothing of ω. c = β√n/γ makes its entries equally long, n of the key and m' of the samples. Where the
// shift is 0 the last row alone would be shortest, and is left out with its column. Rounding x costs
// dl·√(k/12) in ⟨g, ω⟩; with dl = β / 3√(k/12) that is β/3.
/// The lattice in which the key is a remarkably short vector.
struct PancakeLattice {
    /// What unit the coordinates of ω are counted in.
    let unit: Double
    /// c·dl·2ᵇ, M·2ᵇ and 2ᵇ as they stand in the basis.
    private let keyScale: Int
    private let marker: Int
    private let one: Double
    private let sampleCount: Int
    private let keyLength: Int
    private let shift: Double

    /// For noise below this the lattice of doubles would have entries of 0.
    static let smallestNoise = 1e-5

    init(
        _ parameters: PancakeParameters<StandardUnits>, keyLength: Int, sampleCount: Int
    ) {
        let beta = max(parameters.beta, Self.smallestNoise)
        unit = beta / (3 * (Double(parameters.sparsity) / 12).squareRoot())
        let weight = beta * Double(keyLength).squareRoot() / parameters.gamma * unit
        // Ten bits for the smallest entry; all others have more.
        one = exp2((-log2(weight)).rounded(.up) + 10)
        keyScale = Int((weight * one).rounded())
        marker = Int((beta * one).rounded())
        self.keyLength = keyLength
        shift = parameters.shift
        self.sampleCount = sampleCount
    }

    /// The basis for the first `sampleCount` samples.
    func basis(_ samples: Matrix<Double>) -> [[Int]] {
        let length = sampleCount + keyLength + (shift == 0 ? 0 : 1)
        var rows: [[Int]] = []
        for j in 0..<keyLength {
            var row = [Int](repeating: 0, count: length)
            for i in 0..<sampleCount { row[i] = Int((unit * one * samples[i, j]).rounded()) }
            row[sampleCount + j] = keyScale
            rows.append(row)
        }
        for i in 0..<sampleCount {
            var row = [Int](repeating: 0, count: length)
            row[i] = Int(one)
            rows.append(row)
        }
        if shift == 0 { return rows }
        var last = [Int](repeating: 0, count: length)
        for i in 0..<sampleCount { last[i] = Int((shift * one).rounded()) }
        last[length - 1] = marker
        rows.append(last)
        return rows
    }

    /// The ω that a short vector stands for; `nil` where it has the last row not exactly once.
    func frequency(of vector: [Double]) -> Vector<Double>? {
        let sign = shift == 0 ? 1 : -vector[vector.count - 1] / Double(marker)
        guard abs(sign) == 1 else { return nil }
        let entries = vector[sampleCount..<sampleCount + keyLength]
        return Vector(entries.map { sign * $0 / Double(keyScale) * unit })
    }
}
