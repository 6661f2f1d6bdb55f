import Foundation

/// What one run of this program found, as `science.py` reads it.
struct Report: Codable {
    let name: String
    /// Of each repeat; one run before them is not counted, unless there are none.
    let seconds: [Double]
    /// The same work by BLAS and LAPACK alone.
    let librarySeconds: [Double]?
    let values: [Double]
    /// The most memory that the process has held, with the inputs.
    let peakBytes: Int

    init(_ measurement: Measurement, inputs: Inputs, repeats: Int) throws {
        name = measurement.name
        let work = try measurement.prepare(inputs)
        let first = try work.run()
        values = first.values
        seconds = repeats == 0 ? [first.seconds] : try (0..<repeats).map { _ in try work.run().seconds }
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        peakBytes = usage.ru_maxrss * 1024
        librarySeconds = work.libraryRun.map { run in
            _ = run()
            return (0..<repeats).map { _ in run() }
        }
    }
}
