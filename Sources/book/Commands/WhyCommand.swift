import ArgumentParser
import BookBuilding

struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Say why a cell would run now, or why not.",
        discussion: """
            Example: book why 8#fig-pancakes

            Without a cell, one line for each cell of the chapter. Nothing runs.
            """)

    @OptionGroup var book: BookOptions

    @Argument(help: "The chapter, and after # the cell: 8, clwe, 08-clwe.md#cell-3.")
    var chapter: String

    func run() async throws {
        let progress = Progress()
        progress.say("looking at \(chapter) of the book in \(book.rootPath)")
        let text = try await Failure.mapping {
            let machine = try Machine(isConfined: !book.noSandbox)
            return try await Explanation(machine: machine, progress: progress)
                .text(of: chapter, root: book.rootPath)
        }
        print(text)
    }
}
