import Foundation

/// What one run of this program found, as `science.py` reads it.
struct Report: Codable {
    let name: String
    /// Of each repeat; one run before them is not counted, unless there are none.
    let seconds: [Double]
    /// The part that nothing could do without, alone.
    let librarySeconds: [Double]?
    let values: [Double]
    /// Of the work of our own that this one is compared with, each after or before one of `seconds`.
    let standardSeconds: [Double]?
    let standardValues: [Double]?
    /// The most memory that the process has held, with the inputs.
    let peakBytes: Int

    init(_ measurement: Measurement, inputs: Inputs, repeats: Int) throws {
        name = measurement.name
        let work = try measurement.prepare(inputs)
        let first = try work.run()
        values = first.values
        standardValues = try work.standardRun?().values
        (seconds, standardSeconds) =
            repeats == 0 ? ([first.seconds], nil) : try Self.times(of: work, repeats: repeats)
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        peakBytes = usage.ru_maxrss * 1024
        librarySeconds = work.libraryRun.map { run in
            _ = run()
            return (0..<repeats).map { _ in run() }
        }
    }

    /// Both works in turn, the first one changing.
    private static func times(of work: Work, repeats: Int) throws -> ([Double], [Double]?) {
        guard let standard = work.standardRun else {
            return (try (0..<repeats).map { _ in try work.run().seconds }, nil)
        }
        var (seconds, standardSeconds): ([Double], [Double]) = ([], [])
        for number in 0..<repeats {
            if number.isMultiple(of: 2) { seconds.append(try work.run().seconds) }
            standardSeconds.append(try standard().seconds)
            if !number.isMultiple(of: 2) { seconds.append(try work.run().seconds) }
        }
        return (seconds, standardSeconds)
    }
}
