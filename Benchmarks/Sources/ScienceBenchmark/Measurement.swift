/// One piece of work that is timed here, and under the same name in `science_peers.py`.
struct Measurement: Sendable {
    /// As in `science_peers.py`.
    let name: String
    /// Reads the inputs, which is not timed.
    let prepare: @Sendable (Inputs) throws -> Work
}

/// What is timed.
struct Work {
    /// One run: its time, and the values that must agree with the peer's, made after the clock stopped.
    let run: () throws -> (seconds: Double, values: [Double])
    /// The time that BLAS and LAPACK alone take for the same; `nil` where they have no part in it.
    let libraryRun: (() -> Double)?

    /// - Parameters:
    ///   - run: what is timed.
    ///   - values: what of its result is compared.
    ///   - library: the calls of BLAS and LAPACK that no implementation could do without.
    init<Result>(
        run: @escaping () throws -> Result, values: @escaping (Result) -> [Double],
        library: (() -> Void)? = nil
    ) {
        self.run = {
            var result: Result?
            let seconds = try Self.time { result = try run() }
            return (seconds, result.map(values) ?? [])
        }
        libraryRun = library.map { library in { Self.time(library) } }
    }

    private static func time(_ work: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure(work)
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    }
}
