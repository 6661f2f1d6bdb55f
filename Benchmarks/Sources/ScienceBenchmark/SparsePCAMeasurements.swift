import LinearAlgebra
import SparsePCA

/// The measurements of SparsePCA.
enum SparsePCAMeasurements {
    static let all: [Measurement] = [recovery, relaxation, phaseDiagram]

    /// The covariance of the rows and the places of the best 10-sparse direction that the power iteration finds.
    private static let recovery = Measurement(name: "sparse-recovery") { inputs in
        let rows = try inputs.matrix("sparse-recovery")
        return Work(
            run: { try TruncatedPower(sparsity: 10).spike(in: SampleCovariance(of: rows)) },
            values: { $0.support(10).map(Double.init) })
    }

    private static let relaxation = Measurement(name: "relaxation") { inputs in
        let covariance = try SampleCovariance(inputs.matrix("sparse-covariance"), samples: 200)
        return Work(
            run: { try SemidefiniteRelaxation(sparsity: 5).score(covariance) }, values: { [$0] })
    }

    /// Four detectors at each of the 400 points, and noise for each of the 20 sizes.
    private static let phaseDiagram = Measurement(name: "phase-diagram") { _ in
        let points = try SpikeParameters.grid(
            dimensions: [200], sparsities: (1...20).map { 2 * $0 },
            strengths: (1...20).map { Double($0) / 10 },
            samples: [400])
        let diagram = try PhaseDiagram(points, repetitions: 50, seed: 1) { k in
            [
                TopEigenvalue(), try DiagonalThresholding(sparsity: k), try CovarianceThresholding(),
                try TruncatedPower(sparsity: k),
            ]
        }
        return Work(
            run: { try diagram.run(workers: 2) },
            values: { map in map?.cells.map(\.power.value) ?? [] })
    }
}
