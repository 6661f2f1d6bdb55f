import ArgumentParser
import BookBuilding
import Foundation

struct AcceptCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Take what cells show now as what they are expected to show.",
        discussion: """
            Example: book accept 8 --dry-run

            Where the output of a cell differs from its option `expect`, the new output is written there, or into \
            the file that `expect-file` names; each change is shown. Nothing is taken from a cell that fails for \
            another reason.
            """)

    @OptionGroup var book: BookOptions

    @Argument(help: "Chapters to look at: a number, a name or a file (default: all).")
    var chapters: [String] = []

    @Flag(name: .customLong("dry-run"), help: "Show the changes and write nothing.")
    var isDryRun = false

    func run() async throws {
        let progress = Progress()
        progress.say("comparing what the book in \(book.rootPath) shows with what it expects")
        let outcome = try await Failure.mapping {
            let machine = try Machine(isConfined: !book.noSandbox)
            return try await BookAccepting(machine: machine, progress: progress)
                .run(chapters: chapters, root: book.rootPath, writes: !isDryRun)
        }
        for change in outcome.changes { print(change.text) }
        let summary = Summary(outcome.diagnostics, sources: outcome.sources, isStrict: false)
        summary.write()
        print(outcome.summary(isDryRun: isDryRun, root: book.root))
        try summary.requireSuccess()
    }
}
