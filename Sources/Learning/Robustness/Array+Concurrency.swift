internal import Dispatch

extension Array where Element: Sendable {
    /// As many elements as asked for, each computed from its index, on all processors.
    init(concurrently count: Int, _ element: @Sendable (Int) -> Element) {
        var results = [Element?](repeating: nil, count: count)
        results.withUnsafeMutableBufferPointer { buffer in
            // Each place is written once, by one thread, before `concurrentPerform` returns.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: count) { places[$0] = element($0) }
        }
        self = results.compactMap { $0 }
    }
}
