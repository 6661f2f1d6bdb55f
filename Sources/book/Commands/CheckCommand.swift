import ArgumentParser
import BookBuilding
import Foundation

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Parse and type-check chapters, references and links; run nothing.",
        discussion: "Example: book check 8 --strict")

    @OptionGroup var book: BookOptions

    @Argument(help: "Chapters to check: a number, a name or a file (default: all).")
    var chapters: [String] = []

    @Flag(help: "Count warnings as errors.")
    var strict = false

    func run() async throws {
        let progress = Progress()
        progress.say("checking the book in \(book.rootPath)")
        let outcome = try await Failure.mapping {
            // Nothing runs, so nothing needs to be confined.
            let machine = try Machine(isConfined: false)
            return try await BookChecking(machine: machine, progress: progress)
                .run(chapters: chapters, root: book.rootPath)
        }
        let summary = Summary(outcome.diagnostics, sources: outcome.sources, isStrict: strict)
        summary.write()
        try summary.requireSuccess()
        print("\(outcome.count) checked, no errors")
    }
}
