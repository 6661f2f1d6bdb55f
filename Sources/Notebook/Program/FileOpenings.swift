import COpenedFiles
import CellProtocol
import Foundation

/// Tells the engine which files below the root of the book a cell opens: results depend on them.
enum FileOpenings {
    /// Starts to tell. Outside the engine nobody asks.
    static func observe() {
        let environment = ProcessInfo.processInfo.environment
        guard ProgramRecorder.hasListener, let root = environment[ProgramEnvironment.root] else { return }
        observe_opened_files(root, environment["TMPDIR"] ?? "") { path in
            if let path { ProgramRecorder.record(opened: String(cString: path)) }
        }
    }
}
