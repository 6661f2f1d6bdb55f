import BookExecution
import BookRendering
import Dispatch
import Foundation

/// What Ctrl-C does: every program that the engine started is ended, then the engine itself.
///
/// Pages need nothing: each is written beside its place and renamed.
enum Interruption {
    static func handle() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                RunningProcesses.killAll()
                SiteRenderer.endConverters()
                ResultStore.removeWork()
                FileHandle.standardError.write(Data("\nbook: interrupted; the pages are as they were\n".utf8))
                _exit(128 + number)
            }
            source.activate()
            sources.append(source)
        }
    }

    nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []
}
