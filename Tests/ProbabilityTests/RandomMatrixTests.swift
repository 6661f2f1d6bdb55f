import Probability
import Testing

@Suite("Eigenvalues of noise")
struct RandomMatrixTests {
    @Test("Marchenko and Pastur's edges")
    func edges() {
        #expect(MarchenkoPastur.edges(samples: 400, dimension: 100) == 0.25...2.25)
        #expect(MarchenkoPastur.edges(samples: 100, dimension: 400) == 0...9)
        let book = MarchenkoPastur.edges(samples: 2000, dimension: 400)
        #expect(abs(book.upperBound - 2.094) < 0.001)
    }

    @Test(
        "TracyWidom.quantile: tabulated values",
        arguments: zip([0.05, 0.01, 0.5], [0.9793, 2.0234, -1.2686]))
    func tracyWidom(probability: Double, expected: Double) {
        #expect(abs(TracyWidom.quantile(exceededWith: probability) - expected) < 0.02)
    }

    /// Both centred laws agree with their definition: at the centre the standardised eigenvalue is 0.
    @Test("The centres of the extreme eigenvalues", arguments: [(400, 100), (2000, 400), (50, 49)])
    func centres(samples: Int, dimension: Int) {
        let (a, b) = ((Double(samples) - 0.5).squareRoot(), (Double(dimension) - 0.5).squareRoot())
        let upper = (a + b) * (a + b) / Double(samples)
        #expect(
            abs(MarchenkoPastur.standardised(largest: upper, samples: samples, dimension: dimension)) < 1e-9)
        // The smaller the eigenvalue, the larger its standardised value.
        let edge = (a - b) * (a - b) / Double(samples)
        let at = MarchenkoPastur.standardised(smallest: edge, samples: samples, dimension: dimension)
        let below = MarchenkoPastur.standardised(smallest: edge / 2, samples: samples, dimension: dimension)
        #expect(abs(at) < 1 && below > at)
    }
}
