import Dispatch
import Synchronization

/// Work that is done a few pieces at once.
enum Lanes {
    /// Does the work of each number, as many at once as the machine has cores.
    /// - Returns: what each gave, in order.
    static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
        let next = Mutex(0)
        let results = Mutex<[Int: Result]>([:])
        DispatchQueue.concurrentPerform(iterations: min(count, Settings.lanes)) { _ in
            while true {
                let number = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard number < count else { return }
                let result = work(number)
                results.withLock { $0[number] = result }
            }
        }
        return results.withLock { results in (0..<count).compactMap { results[$0] } }
    }
}
