internal import CallSites
internal import LinearAlgebra
internal import Probability

/// Measures at many parameters how often each detector sees the spike.
///
/// Each size (n, k, m) has noise of its own, from which the detectors' thresholds follow with an exact level
/// (`NullCalibration`). With a journal the diagram can be stopped and goes on where it was.
///
///     let points = try SpikeParameters.grid(
///         dimensions: [200], sparsities: [5, 10, 20], strengths: [0.4, 0.8], samples: [400])
///     let diagram = try PhaseDiagram(points, repetitions: 50, seed: 1) { k in
///         [TopEigenvalue(), try DiagonalThresholding(sparsity: k)]
///     }
///     let map = try diagram.run(journal: "phase.jsonl", workers: 2)
public struct PhaseDiagram: Sendable {
    public let points: [SpikeParameters]
    /// The places of the spike are drawn anew each time; its entries are ±1/√k, or normal.
    public let isFlat: Bool
    /// What is looked at, in the order of the detectors.
    public let detectorNames: [String]
    private let detectors: @Sendable (Int) throws -> [any SpikeDetector]
    private let sweep: Sweep<PhasePoint, [Double]>
    private let noiseRounds: Int

    /// - Parameters:
    ///   - points: at least one, and all different.
    ///   - repetitions: how many spikes are drawn at each point.
    ///   - noiseRounds: for each size, `noiseRounds` · `repetitions` draws of noise make the thresholds.
    ///   - isFlat: whether entries are ±1/√k (`SpikeShape.flat`) or normal.
    ///   - detectors: for a spike of sparsity k; as many for every k.
    /// - Throws: `SweepError`, and what `detectors` throws.
    public init(
        _ points: [SpikeParameters], repetitions: Int, noiseRounds: Int = 2, isFlat: Bool = true, seed: Int,
        detectors: @escaping @Sendable (Int) throws -> [any SpikeDetector], file: StaticString = #file,
        line: UInt = #line
    ) throws {
        require(noiseRounds >= 1, "\(noiseRounds) rounds of noise", file, line)
        self.points = points
        self.isFlat = isFlat
        self.detectors = detectors
        self.noiseRounds = noiseRounds
        detectorNames = try points.first.map { try detectors($0.sparsity).map(\.name) } ?? []
        var noise: [PhasePoint] = []
        for point in points {
            let size = (0..<noiseRounds).map { PhasePoint(noiseOf: point, round: $0) }
            if !noise.contains(size[0]) { noise += size }
        }
        sweep = try Sweep(
            name: "phase diagram, \(isFlat ? "flat" : "normal") spikes: "
                + detectorNames.joined(separator: ", "),
            points: noise + points.map(PhasePoint.init), repetitions: repetitions, seed: seed)
    }

    /// Makes what is still to be made.
    ///
    /// - Parameters:
    ///   - path: of the journal; without one, nothing is kept.
    ///   - workers: how many covariances are looked at at the same time.
    ///   - stop: asked before each; where it says yes, the result is `nil`, and the journal has what was made.
    ///   - falseAlarmRate: of each detector.
    /// - Throws: `SweepError`, `SparsePCAError` from a detector, `.tooFewDraws` for a rate that the noise cannot give.
    public func run(
        journal path: String? = nil, workers: Int = 1, stop: @Sendable () -> Bool = { false },
        falseAlarmRate: Double = 0.05
    ) throws -> PhaseMap? {
        let results = try sweep.run(journal: path, workers: workers, stop: stop) { point, coins in
            let covariance = try draw(point, &coins)
            return try detectors(point.sparsity).map { try $0.score(covariance) }
        }
        guard results.isComplete else { return nil }
        return try PhaseMap(
            points: points, detectors: detectorNames, results: results, falseAlarmRate: falseAlarmRate)
    }

    private func draw(_ point: PhasePoint, _ coins: inout Generator) throws -> SampleCovariance {
        guard point.strength > 0 else {
            return try SampleCovariance(
                of: Matrix(gaussianRows: point.samples, columns: point.dimension, using: &coins))
        }
        let shape: SpikeShape = isFlat ? .flat(point.sparsity) : .gaussian(point.sparsity)
        let spike = try Spike(shape, dimension: point.dimension, using: &coins)
        let spiked = try SpikedCovariance(strength: point.strength, spike: spike)
        return try SampleCovariance(of: spiked.rows(point.samples, using: &coins))
    }
}
