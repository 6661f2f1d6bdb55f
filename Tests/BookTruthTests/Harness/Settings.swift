import Foundation

/// How much is tried, and with which random numbers; each can be set from outside, for a longer hunt or to see a
/// failure again.
enum Settings {
    /// Edits of the mutation test: `TRUTH_EDITS=3000`.
    static let edits = number("TRUTH_EDITS") ?? 300
    /// Builds that are killed: `TRUTH_KILLS=1000`.
    static let kills = number("TRUTH_KILLS") ?? 200
    /// Damaged files of the store: `TRUTH_DAMAGES=500`.
    static let damages = number("TRUTH_DAMAGES") ?? 40
    /// Builds that are spent to make a failure small: `TRUTH_SHRINKING=0`.
    static let shrinking = number("TRUTH_SHRINKING") ?? 80
    /// Where all random numbers come from: `TRUTH_SEED=7`.
    static let seed = UInt64(number("TRUTH_SEED") ?? 20_261_124)
    /// Of needless runs among all runs, the share that is allowed.
    static let needlessShare = 0.12
    /// Edits of one book before the next book is made.
    static let editsOfABook = 30
    /// Books that are tried at once.
    static let lanes = ProcessInfo.processInfo.activeProcessorCount
    /// Seconds after which a build is taken to hang.
    static let longestBuild = 600.0

    /// The engine that is judged: the one of this package, or `TRUTH_ENGINE=/path/of/book`.
    static let engine =
        ProcessInfo.processInfo.environment["TRUTH_ENGINE"] ?? package + "/.build/release/book"

    /// The root of this package.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// The folder of these tests.
    static let tests = package + "/Tests/BookTruthTests"

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}
