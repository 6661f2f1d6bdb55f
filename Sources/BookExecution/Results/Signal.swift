import Foundation

/// Signals in words.
enum Signal {
    static func name(_ signal: Int32) -> String {
        switch signal {
        case SIGSEGV, SIGBUS: "it used memory that it does not own (signal \(signal))"
        case SIGILL, SIGTRAP: "the program was stopped by a check of the Swift runtime (signal \(signal))"
        case SIGABRT: "the program aborted (signal \(signal))"
        case SIGKILL: "the program was killed (signal \(signal)), as the system does when memory runs out"
        default: "the program was ended by signal \(signal)"
        }
    }
}
