internal import Glibc
internal import LinearAlgebra
public import Probability

// The needle has a radius of 1/2π whatever gamma is, so a grid of angles 0.2/gamma apart has a point within
// 0.1 of every key of two coordinates: its mean cosine is at least exp(−2π²·0.01) = 0.82 of the key's. That
// is much more than the best of so many wrong ones has on a hundred points, so few points choose the
// candidate and the others judge it.
/// Tries every pair of coordinates and every angle between them: breaks k = 2, and k = 1.
public struct AngleGrid: KeyFinder, Hashable {
    /// Of the pancakes that are looked for.
    public let parameters: PancakeParameters<StandardUnits>

    public init(_ parameters: PancakeParameters<StandardUnits>) { self.parameters = parameters }

    public var name: String { "grid of angles for every pair of coordinates" }
    public var knowledge: Knowledge { .parameters }
    public var guarantee: Guarantee { .proven }

    /// Twice what the search takes, so that as many are held out.
    public func neededSamples(dimension: Int) -> Int { 2 * searchCount(dimension) }

    public func cost(samples: Int, dimension: Int) -> ObserverCost {
        ObserverCost(
            count: candidateCount(dimension) * Double(searchCount(dimension)), operation: "cosines")
    }

    /// The best angle of all pairs, refined on the points it was found with and tried on the others.
    public func key(in points: Points<StandardUnits>) throws(CLWEError) -> FoundKey? {
        try requireSamples(points)
        let count = searchCount(points.dimension)
        let (search, rest) = (points.part(0..<count).rows, points.part(count..<points.count).rows)
        let comb = Comb(shift: parameters.shift)
        let frequency = refined(bestOnGrid(search, comb), search, comb)
        return FoundKey(
            frequency, meanCosine: comb.meanCosine(rest * frequency), heldOutCount: rest.rowCount,
            candidateCount: 1, gamma: parameters.gamma)
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        FoundKey.threshold(
            candidates: 1, heldOut: max(1, samples - searchCount(dimension)), gamma: parameters.gamma,
            falseAlarmRate: falseAlarmRate)
    }

    /// The key with the largest mean cosine among all pairs and angles.
    private func bestOnGrid(_ search: Matrix<Double>, _ comb: Comb) -> Vector<Double> {
        let columns = (0..<search.columnCount).map { (parameters.gamma * search.column($0)).elements }
        let steps = angles.map { (cos($0), sin($0)) }
        var best = (cosine: -2.0, first: 0, second: 0, step: (1.0, 0.0))
        var space = CombSpace(count: search.rowCount)
        forEachPair(search.columnCount) { first, second in
            for step in steps {
                // One dimension is paired with itself, and only counts once.
                let other = first == second ? 0 : step.1
                let cosine = comb.meanCosine(step.0, columns[first], other, columns[second], in: &space)
                if cosine > best.cosine { best = (cosine, first, second, step) }
            }
        }
        var frequency = Vector<Double>.zeros(search.columnCount)
        frequency[best.first] += parameters.gamma * best.step.0
        if best.second != best.first { frequency[best.second] += parameters.gamma * best.step.1 }
        return frequency
    }

    private var angles: [Double] {
        let count = (10 * Double.pi * parameters.gamma).rounded(.up)
        return stride(from: 0, to: count, by: 1).map { 2 * Double.pi * $0 / count }
    }

    private func candidateCount(_ dimension: Int) -> Double {
        let pairs = max(1, Double(dimension) * Double(dimension - 1) / 2)
        return pairs * 10 * Double.pi * max(1, parameters.gamma)
    }

    /// So many points that the best of all wrong keys reaches half of what the nearest right one has.
    private func searchCount(_ dimension: Int) -> Int {
        let wanted = 0.4 * abs(parameters.meanCosine)
        let needed = (log(candidateCount(dimension)) + 7) / (wanted * wanted)
        return Int(min(1e6, max(20, needed)).rounded(.up))
    }

    /// Pairs of different coordinates; in one dimension the coordinate with itself.
    private func forEachPair(_ dimension: Int, _ body: (Int, Int) -> Void) {
        if dimension == 1 { body(0, 0) }
        for first in 0..<dimension {
            for second in (first + 1)..<max(first + 1, dimension) { body(first, second) }
        }
    }

    /// By least squares in the plane of the pair.
    private func refined(
        _ frequency: Vector<Double>, _ search: Matrix<Double>, _ comb: Comb
    ) -> Vector<Double> {
        let places = frequency.indices.filter { frequency[$0] != 0 }
        let plane = search.columns(places)
        guard let better = comb.refined(Vector(places.map { frequency[$0] }), on: plane) else {
            return frequency
        }
        var result = Vector<Double>.zeros(frequency.count)
        for (place, entry) in zip(places, better) { result[place] = entry }
        let before = comb.meanCosine(search * frequency)
        return comb.meanCosine(search * result) > before ? result : frequency
    }
}

extension Matrix<Double> {
    /// Some of the columns, in the given order.
    func columns(_ places: [Int]) -> Matrix {
        Matrix(unsafeUninitializedRows: rowCount, columns: places.count) { buffer in
            for row in 0..<rowCount {
                for (index, place) in places.enumerated() {
                    buffer.initializeElement(at: row * places.count + index, to: self[row, place])
                }
            }
        }
    }
}
