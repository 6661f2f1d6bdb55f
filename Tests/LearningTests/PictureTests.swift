import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Pictures and the span of rows")
struct PictureTests {
    @Test("enlargingPictures: by hand, from 2 × 2 to 4 × 4")
    func byHand() {
        // Centres at −¼, ¼, ¾, 1¼ of the old pixels' spacing: 0, ¼, ¾, 1 after the outer ones are cut.
        let large = ([[0, 4, 8, 12]] as Matrix<Double>).enlargingPictures(side: 2, to: 4)
        #expect(large == [[0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12]])
    }

    @Test("enlargingPictures: the same size changes nothing, and no size changes a constant")
    func laws() {
        var coins = Generator(seed: 1)
        let pictures = Matrix.gaussian(rows: 3, columns: 25, using: &coins)
        #expect((pictures.enlargingPictures(side: 5, to: 5) - pictures).norm < 1e-14)
        let constant = Matrix(repeatingRow: Vector(repeating: 0.3, count: 64), count: 1)
        for size in [1, 3, 8, 28] {
            let drawn = constant.enlargingPictures(side: 8, to: size)
            #expect(drawn.columnCount == size * size)
            #expect(drawn.row(0).allSatisfy { abs($0 - 0.3) < 1e-15 })
        }
    }

    @Test("enlargingPictures: the new pictures lie in as many dimensions as the old ones")
    func rank() throws {
        var coins = Generator(seed: 2)
        let pictures = Matrix.gaussian(rows: 40, columns: 16, using: &coins)
        #expect(try SVD(pictures.enlargingPictures(side: 4, to: 11)).rank == 16)
    }

    @Test("enlargingPictures: pictures of another size stop the program")
    func wrongSize() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Matrix<Double>.zeros(rows: 1, columns: 63).enlargingPictures(side: 8, to: 28)
        }
        #expect(text(result).contains("matrix of 1 × 63 has 63 columns, expected 64 (8 × 8 pixels)"))
    }

    @Test("MultilayerPerceptron.restricted: the same on the rows, deaf across them, and not heavier")
    func restricted() throws {
        var coins = Generator(seed: 3)
        let rows =
            Matrix.gaussian(rows: 30, columns: 6, using: &coins)
            * Matrix.gaussian(rows: 6, columns: 20, using: &coins)
        let network = PerceptronTraining(hiddenUnits: [9], activation: .tanh).firstNetwork(
            inputs: 20, outputs: 3, from: Generator(seed: 4))
        let small = try network.restricted(toSpanOf: rows)
        #expect((small.outputs(of: rows) - network.outputs(of: rows)).norm < 1e-12)
        let point = Vector(coins.gaussians(20))
        let basis = try SVD(rows).rightTransposed.rows(0..<6)
        let across = point - basis.transposed * (basis * point)
        #expect((small.layers[0].weights * across).normInfinity < 1e-13)
        #expect(small.layers[0].weights.norm < network.layers[0].weights.norm)
        #expect(small.layers[1] == network.layers[1] && small.layers[0].biases == network.layers[0].biases)
    }
}
