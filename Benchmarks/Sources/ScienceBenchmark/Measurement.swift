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
    /// The time that the part alone takes which nothing could do without; `nil` where it was not singled out.
    let libraryRun: (() -> Double)?
    /// The work of our own that this one is compared with, in turn in the same process; `nil` for one that has
    /// a peer.
    let standardRun: (() throws -> (seconds: Double, values: [Double]))?

    /// - Parameters:
    ///   - run: what is timed.
    ///   - values: what of its result is compared.
    ///   - library: the calls of BLAS and LAPACK, or the normal numbers, that no implementation could do
    ///     without.
    init<Result>(
        run: @escaping () throws -> Result, values: @escaping (Result) -> [Double],
        library: (() -> Void)? = nil
    ) {
        self.run = { try Self.timed(run, values) }
        libraryRun = library.map { library in { Self.time(library) } }
        standardRun = nil
    }

    /// - Parameters:
    ///   - run: what is timed.
    ///   - values: what of its result is compared.
    ///   - standard: what its time is compared with.
    ///   - standardValues: what of the standard's result must agree with `values`.
    init<Result, Standard>(
        run: @escaping () throws -> Result, values: @escaping (Result) -> [Double],
        standard: @escaping () throws -> Standard, standardValues: @escaping (Standard) -> [Double]
    ) {
        self.run = { try Self.timed(run, values) }
        libraryRun = nil
        standardRun = { try Self.timed(standard, standardValues) }
    }

    private static func timed<Result>(
        _ run: () throws -> Result, _ values: (Result) -> [Double]
    ) rethrows -> (seconds: Double, values: [Double]) {
        var result: Result?
        let seconds = try time { result = try run() }
        return (seconds, result.map(values) ?? [])
    }

    private static func time(_ work: () throws -> Void) rethrows -> Double {
        let elapsed = try ContinuousClock().measure(work)
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    }
}
