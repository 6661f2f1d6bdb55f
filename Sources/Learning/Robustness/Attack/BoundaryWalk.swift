internal import Glibc
import LinearAlgebra
import Probability

/// The state of a boundary attack on several points at once.
struct BoundaryWalk {
    let originals: Matrix<Double>
    let labels: [Label]
    /// Where the walk is: points that have another label than the originals.
    private(set) var places: Matrix<Double>
    private let box: InputBox?
    /// The length of a sideways move, as a share of the distance.
    private var sideways: [Double]
    /// The length of a move inwards, as a share of the distance.
    private var inwards: [Double]

    /// By what a length grows after a success.
    private static let growth = 1.1
    private static let thirdOfGrowth = cbrt(growth)

    init(originals: Matrix<Double>, labels: [Label], places: Matrix<Double>, box: InputBox?) {
        self.originals = originals
        self.labels = labels
        self.places = places
        self.box = box
        sideways = Array(repeating: 0.1, count: labels.count)
        inwards = Array(repeating: 0.1, count: labels.count)
    }

    /// Halves the way to the boundary on a straight line, ten times.
    mutating func bisect(on model: some Classifier) {
        var far = places
        var near = originals
        for _ in 0..<10 {
            let middle = 0.5 * (near + far)
            for (row, answer) in model.predict(middle).enumerated() {
                if answer != labels[row] {
                    far.setRow(row, to: middle.row(row))
                } else {
                    near.setRow(row, to: middle.row(row))
                }
            }
        }
        places = far
    }

    /// One move of each point.
    mutating func step(on model: some Classifier, using generator: inout Generator) {
        var (around, closer) = (places, places)
        for row in labels.indices {
            let (first, second) = proposal(row, using: &generator)
            around.setRow(row, to: first)
            closer.setRow(row, to: second)
        }
        let answers = (around: model.predict(around), closer: model.predict(closer))
        for row in labels.indices {
            let stays = answers.around[row] != labels[row]
            sideways[row] *= stays ? Self.growth : 1 / Self.growth
            guard stays else { continue }
            if answers.closer[row] != labels[row] {
                places.setRow(row, to: closer.row(row))
                inwards[row] = min(0.5, inwards[row] * Self.growth)
            } else {
                // Three failures undo one success: a quarter of the moves succeeds.
                inwards[row] /= Self.thirdOfGrowth
                // A sideways move must not lead away: rounding and the box may change the distance.
                if distance(around.row(row), row) <= distance(places.row(row), row) {
                    places.setRow(row, to: around.row(row))
                }
            }
        }
    }

    /// A point at the same distance, and one that is nearer by the share `inwards`.
    private func proposal(
        _ row: Int, using generator: inout Generator
    ) -> (around: Vector<Double>, closer: Vector<Double>) {
        let centre = originals.row(row)
        let change = places.row(row) - centre
        let length = change.norm
        let push = Vector<Double>(generator.gaussians(change.count))
        let turned = change + (sideways[row] * length / push.norm) * push
        let around = (length / turned.norm) * turned
        return (clamp(centre + around), clamp(centre + (1 - inwards[row]) * around))
    }

    private func clamp(_ point: Vector<Double>) -> Vector<Double> {
        box?.clamp(Matrix(row: point)).row(0) ?? point
    }

    private func distance(_ point: Vector<Double>, _ row: Int) -> Double {
        (point - originals.row(row)).norm
    }
}
