import BookSourceKit
import Foundation

/// The process that asks the toolchain's library about names.
///
/// The library holds the whole compiler: what makes a compiler crash or hang would do so to a build that asked it
/// within its own process. So the command starts itself once more, gives the question on standard input, waits for a
/// bounded time, and does without an answer.
public enum NameHelper {
    /// The argument by which the command knows that it is the helper.
    public static let argument = "--answer-names"

    /// The longest time that the helper lives, whoever waits for it, in seconds.
    private static let longestLife: UInt32 = 620

    /// The most memory, in bytes, and the longest processor time, in seconds, that the compiler takes for an answer.
    private static let limits: [(__rlimit_resource, rlim_t)] = [
        (RLIMIT_AS, 4_000_000_000), (RLIMIT_CPU, 30), (RLIMIT_CORE, 0),
    ]

    /// The exit status that says that the answer could not be written.
    static let cannotWrite: Int32 = 74

    /// Answers the question on standard input. Returns the exit status.
    public static func run() -> Int32 {
        // A build that was killed leaves no helper behind.
        alarm(longestLife)
        for (resource, most) in limits {
            var limit = rlimit(rlim_cur: most, rlim_max: most)
            setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
        }
        guard let bytes = try? FileHandle.standardInput.readToEnd(),
            let question = try? JSONDecoder().decode(NameQuestion.self, from: bytes),
            let text = FileManager.default.contents(atPath: question.file),
            let kit = SourceKit.at(question.library)
        else { return 1 }
        let reader = NameReader(
            kit: kit, program: SourceKit.Program(path: question.file, options: question.options),
            text: Array(text))
        guard let names = reader.names(in: question.cells),
            let answer = try? JSONEncoder().encode(NameAnswer(cells: names))
        else { return 1 }
        do {
            try FileHandle.standardOutput.write(contentsOf: answer)
        } catch {
            return cannotWrite
        }
        // At once: what the compiler holds need not be given back piece by piece.
        _exit(0)
    }
}
