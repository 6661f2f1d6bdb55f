public import Probability

/// How often one detector saw spikes of given parameters.
public struct PhaseCell: Hashable, Sendable, Codable {
    public let parameters: SpikeParameters
    public let detector: String
    /// How many of the spikes it saw.
    public let power: Proportion
    /// The probability with which it takes noise for a spike.
    public let level: Double
}

/// What a `PhaseDiagram` came to.
public struct PhaseMap: Hashable, Sendable, Codable {
    /// Point by point, the detectors in their order.
    public let cells: [PhaseCell]

    init(
        points: [SpikeParameters], detectors: [String], results: SweepResults<PhasePoint, [Double]>,
        falseAlarmRate: Double
    ) throws(SparsePCAError) {
        var noise: [PhasePoint: [[Double]]] = [:]
        var scores: [PhasePoint: [[Double]]] = [:]
        for (index, point) in results.points.enumerated() {
            let outcomes = results.outcomes(at: index)
            if point.strength == 0 {
                noise[point.firstRound, default: []] += outcomes
            } else {
                scores[point] = outcomes
            }
        }
        var cells: [PhaseCell] = []
        for parameters in points {
            let clean = noise[PhasePoint(noiseOf: parameters, round: 0)] ?? []
            let planted = scores[PhasePoint(parameters)] ?? []
            for (index, detector) in detectors.enumerated() {
                let null = try NullCalibration(scores: clean.map { $0[index] })
                let threshold = try null.threshold(falseAlarmRate: falseAlarmRate)
                cells.append(
                    PhaseCell(
                        parameters: parameters, detector: detector,
                        power: Proportion(of: planted.map { $0[index] > threshold }),
                        level: try null.level(falseAlarmRate: falseAlarmRate)))
            }
        }
        self.cells = cells
    }

    /// The cells of one detector.
    public func cells(of detector: String) -> [PhaseCell] { cells.filter { $0.detector == detector } }
}

extension PhasePoint {
    fileprivate var firstRound: PhasePoint {
        PhasePoint(dimension: dimension, sparsity: sparsity, strength: strength, samples: samples, round: 0)
    }
}
