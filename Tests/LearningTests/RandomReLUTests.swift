import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("RandomReLUNetwork")
struct RandomReLUTests {
    @Test("RandomReLUNetwork: by hand")
    func byHand() {
        let network = RandomReLUNetwork(weights: [[1, 0], [-1, 1]], threshold: 0.5)
        // Units (2, max(0, −2 + 1)) and (0, 3).
        #expect(network.means(at: [[2, 1], [0, 3]]) == [1, 1.5])
        #expect(network.decision([[2, 1], [0, 3], [0, 0]]) == [0.5, 1, -0.5])
        #expect(network.decision([[.nan, 1]])[0].isNaN)
        #expect(
            network.description == """
                score = −0.5 + the mean of these 2:
                    max(0, ⟨(1.0, 0.0), x⟩)
                    max(0, ⟨(-1.0, 1.0), x⟩)
                """)
    }

    @Test("RandomReLUNetwork: the mean of honest units is ‖x‖ / √2π, within its fluctuation")
    func normDetector() throws {
        let weights = try RandomReLUNetwork.honestWeights(
            units: 20_000, inputCount: 30, from: Generator(seed: "relu"))
        let network = RandomReLUNetwork(weights: weights, threshold: 0)
        var generator = Generator(seed: "points")
        let points = Matrix.gaussian(rows: 20, columns: 30, using: &generator)
        for (row, mean) in network.means(at: points).enumerated() {
            let norm = points.row(row).norm
            // 0.584 ‖x‖ / √m is one standard deviation; 5 of them fail by chance once in 90,000 runs of 20.
            #expect(
                abs(mean - norm / (2 * Double.pi).squareRoot()) < 5 * 0.584 * norm / 20_000.0.squareRoot())
        }
    }

    @Test(
        "RandomReLUTraining: the threshold of the largest accuracy",
        arguments: [
            ([1, 2, 4, 5], [-1, -1, 1, 1], 3.0),
            // One label is wrong anywhere; the widest of the best gaps is taken.
            ([1, 2, 4, 6, 9], [-1, 1, -1, 1, 1], 5),
            ([1, 4, 5, 9], [-1, 1, -1, 1], 7),
            // Calling all positive is best.
            ([1, 2, 3], [1, 1, -1], 1.0),
            // Calling all negative is best: beyond the largest.
            ([1, 2, 3], [1, -1, -1], 3.0.nextUp),
            // Equal means cannot be parted.
            ([1, 1, 2, 2], [-1, 1, 1, 1], 1.5),
        ] as [([Double], [Int], Double)])
    func threshold(means: [Double], labels: [Int], threshold: Double) throws {
        let data = try Dataset(
            features: Matrix(rows: means.map { [$0] }),
            labels: labels.map { $0 > 0 ? .positive : .negative })
        let model = try RandomReLUTraining(weights: [[1]]).fit(data)
        #expect(model.threshold == threshold)
    }

    @Test("RandomReLUTraining: the threshold of a share of the rows")
    func share() throws {
        let rows: Matrix<Double> = [[1], [2], [3], [4], [5]]
        let model = try RandomReLUTraining(weights: [[1]]).fit(rows, positiveShare: 0.4)
        #expect(model.predict(rows).count { $0 == .positive } == 2)
        let error = #expect(throws: TrainingError.self) {
            try RandomReLUTraining(weights: [[1]]).fit(rows, positiveShare: 1)
        }
        #expect(error?.description == "the positive share is 1.0, expected more than 0 and less than 1")
    }

    @Test("RandomReLUTraining: weights for other inputs are refused with both numbers")
    func refused() throws {
        let data = try Dataset(features: [[1], [2]], labels: [.positive, .negative])
        let error = #expect(throws: TrainingError.self) {
            try RandomReLUTraining(weights: [[1, 2]]).fit(data)
        }
        #expect(error?.description == "the weights are for 2 inputs, the data have 1 columns")
    }
}
