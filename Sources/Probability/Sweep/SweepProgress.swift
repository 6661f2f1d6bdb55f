internal import Synchronization

/// What several threads share while a sweep runs.
final class SweepProgress<Outcome: Codable & Sendable>: Sendable {
    private struct State {
        var next = 0
        var finished: [(index: Int, outcome: Outcome)] = []
        var failure: (any Error)?
    }

    private let waiting: [Int]
    private let journal: SweepJournal<Outcome>?
    private let repetitions: Int
    private let state = Mutex(State())

    init(waiting: [Int], journal: SweepJournal<Outcome>?, repetitions: Int) {
        self.waiting = waiting
        self.journal = journal
        self.repetitions = repetitions
    }

    /// The next repetition to make; none after a failure.
    func next() -> Int? {
        state.withLock { state in
            guard state.failure == nil, state.next < waiting.count else { return nil }
            defer { state.next += 1 }
            return waiting[state.next]
        }
    }

    /// Makes a repetition and writes it down.
    func finish(_ index: Int, _ experiment: () throws -> Outcome) {
        let result = Result { try experiment() }
        state.withLock { state in
            do {
                let outcome = try result.get()
                try journal?.append(
                    outcome, point: index / repetitions, repetition: index % repetitions)
                state.finished.append((index, outcome))
            } catch  where state.failure == nil { state.failure = error } catch {}
        }
    }

    /// What was made in this run, or the first failure.
    func finished() throws -> [(index: Int, outcome: Outcome)] {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            return state.finished
        }
    }
}
