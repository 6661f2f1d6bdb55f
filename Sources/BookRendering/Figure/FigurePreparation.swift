import Foundation
import Synchronization

/// The converter of figures, started before it is asked: what takes a third of a second then happens while chapters are
/// compiled and run.
final class FigurePreparation: Sendable {
    private let started = Mutex<FigureWorker?>(nil)

    /// Starts the converter, unless it was; does not wait for it.
    func begin(python: URL?) {
        guard let python else { return }
        started.withLock { worker in
            if worker == nil { worker = FigureWorker(python: python, script: FigureWorkerScript.source) }
        }
    }

    /// The converter, for the one who asks it from now on; `nil` when it does not start.
    func worker(python: URL) -> FigureWorker? {
        begin(python: python)
        return started.withLock { worker in
            defer { worker = nil }
            return worker
        }
    }
}
