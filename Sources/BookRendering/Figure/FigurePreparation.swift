import Foundation
import Synchronization

/// The converter of figures, started before it is asked: what takes a third of a second then happens while chapters are
/// compiled and run.
final class FigurePreparation: Sendable {
    private let converter = Mutex<FigureWorker?>(nil)
    private let library = Mutex<FigureWorker?>(nil)
    /// The longest that the making of the library may take, in seconds.
    private static let limit = 60.0

    /// Starts the converter, unless it was; does not wait for it.
    func begin(python: URL?) {
        Self.begin(converter, python: python, script: FigureWorkerScript.source)
    }

    /// The converter, for the one who asks it from now on; `nil` when it does not start.
    func worker(python: URL) -> FigureWorker? {
        begin(python: python)
        return Self.take(converter)
    }

    /// Starts to make the library that draws figures in a browser; does not wait for it.
    func beginLibrary(python: URL?) {
        Self.begin(library, python: python, script: VegaLibraryScript.source)
    }

    /// The library; `nil` when the converter does not give it.
    func library(python: URL) -> String? {
        beginLibrary(python: python)
        return Self.take(library)?.receive(within: Self.limit)?.library
    }

    private static func begin(_ started: borrowing Mutex<FigureWorker?>, python: URL?, script: String) {
        guard let python else { return }
        started.withLock { worker in
            if worker == nil { worker = FigureWorker(python: python, script: script) }
        }
    }

    private static func take(_ started: borrowing Mutex<FigureWorker?>) -> FigureWorker? {
        started.withLock { worker in
            defer { worker = nil }
            return worker
        }
    }
}
