public import Probability

/// One who is shown points and says how much they look like pancakes.
///
/// Every observer of the book is one of these, with what it has to know, what it costs, and a threshold that
/// says "planted" for normal points with at most a wanted probability.
public protocol Distinguisher: Sendable {
    /// How it is called in a table.
    var name: String { get }
    /// What it has to know beside the points.
    var knowledge: Knowledge { get }
    /// Whether the threshold's probability is a theorem or an approximation for many samples.
    var guarantee: Guarantee { get }

    /// How many points of n dimensions it needs to give an answer at all.
    func neededSamples(dimension: Int) -> Int

    /// What a score costs.
    func cost(samples: Int, dimension: Int) -> ObserverCost

    /// A number that is the larger the more the points look like pancakes.
    ///
    /// - Throws: `CLWEError` for too few points and for those of other dimensions than the key.
    func score(_ points: Points<StandardUnits>) throws(CLWEError) -> Double

    /// What the score of normal points exceeds with a probability of at most `falseAlarmRate`.
    ///
    /// - Parameter falseAlarmRate: in 0...1.
    func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double
}

/// What an observer knows beside the points, each including the ones before.
public enum Knowledge: Int, Hashable, Sendable, Codable, Comparable, CaseIterable {
    case nothing
    /// gamma, beta, shift and k.
    case parameters
    /// Which coordinates the secret lies in.
    case support
    /// The secret.
    case key

    public static func < (left: Knowledge, right: Knowledge) -> Bool { left.rawValue < right.rawValue }
}

extension Distinguisher {
    /// Whether it calls the points planted, with its own threshold.
    public func callsPlanted(
        _ points: Points<StandardUnits>, falseAlarmRate: Double
    ) throws(CLWEError) -> Bool {
        let threshold = threshold(
            samples: points.count, dimension: points.dimension, falseAlarmRate: falseAlarmRate)
        return try score(points) > threshold
    }

    func requireSamples(_ points: Points<StandardUnits>) throws(CLWEError) {
        let needed = neededSamples(dimension: points.dimension)
        guard points.count >= needed else {
            throw .tooFewSamples(points.count, needed: needed, observer: name)
        }
    }
}

extension IndistinguishabilityGame where Evidence == Points<StandardUnits> {
    /// Normal points against pancakes of one secret, which an observer may know.
    ///
    /// - Parameter samples: how many points the observer is shown each time.
    public init(_ pancakes: HomogeneousCLWE, samples: Int) {
        self.init(
            clean: { Points(gaussian: samples, dimension: pancakes.secret.dimension, using: &$0) },
            planted: { pancakes.points(samples, using: &$0) })
    }

    /// Normal points against pancakes of a new secret each time.
    public init(_ parameters: PancakeParameters<StandardUnits>, samples: Int) {
        self.init(
            clean: { Points(gaussian: samples, dimension: parameters.dimension, using: &$0) },
            planted: { generator in
                let secret = try Secret(
                    parameters.secret, dimension: parameters.dimension, using: &generator)
                return try HomogeneousCLWE(parameters, secret: secret).points(samples, using: &generator)
            })
    }

    /// The advantage of an observer whose threshold was chosen on one half of the rounds and measured on the
    /// other.
    public func measure(
        _ observer: some Distinguisher, rounds: Int, using generator: Generator
    ) throws -> Advantage {
        try measure(rounds: rounds, using: generator) { points, _ in try observer.score(points) }
    }

    /// The advantage of an observer with its own threshold, which needs no rounds to choose it.
    public func play(
        _ observer: some Distinguisher, falseAlarmRate: Double, rounds: Int, using generator: Generator
    ) throws -> Advantage {
        try play(rounds: rounds, using: generator) { points, _ in
            try observer.callsPlanted(points, falseAlarmRate: falseAlarmRate)
        }
    }
}
