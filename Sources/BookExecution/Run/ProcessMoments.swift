import CPidfd
import Dispatch
import Foundation

/// The moments at which to look at a process: at once when it ends, and every 20 ms until then.
enum ProcessMoments {
    /// Ends only when the task that reads it is cancelled.
    static func of(_ process: pid_t) -> AsyncStream<Void> {
        let (moments, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let descriptor = pidfd_open(process, 0)
        let queue = DispatchQueue.global()
        nonisolated(unsafe) let timer = DispatchSource.makeTimerSource(queue: queue)
        // Kernels before 5.3 do not tell the end: then it is looked for more often.
        timer.schedule(deadline: .now(), repeating: .milliseconds(descriptor >= 0 ? 20 : 2))
        timer.setEventHandler { continuation.yield() }
        nonisolated(unsafe) let end =
            descriptor >= 0
            ? DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue) : nil
        end?.setEventHandler {
            continuation.yield()
            // The descriptor of a process that has ended stays readable.
            end?.cancel()
        }
        end?.setCancelHandler { close(descriptor) }
        continuation.onTermination = { _ in
            timer.cancel()
            end?.cancel()
        }
        end?.activate()
        timer.activate()
        return moments
    }
}
