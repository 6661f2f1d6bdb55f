import ArgumentParser
import BookBuilding
import Foundation

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run one chapter or one cell, with its results in the terminal.",
        discussion: """
            Example: book run 8#fig-pancakes --set gamma=3

            A cell runs with the cells that it depends on. Pages and stored results are left as they are.
            """)

    @OptionGroup var book: BookOptions

    @Argument(help: "The chapter, and after # the cell: 8, clwe, 08-clwe.md#cell-3.")
    var chapter: String

    @Option(
        name: .customLong("set"), parsing: .singleValue,
        help: ArgumentHelp(
            "Set a constant of a cell with the flag `parameters`; can be given again.",
            valueName: "name=value"))
    var parameters: [String] = []

    func run() async throws {
        let progress = Progress()
        progress.say("running \(chapter) of the book in \(book.rootPath)")
        book.sayHowConfined(progress)
        let values = try Self.parse(parameters)
        let outcome = try await Failure.mapping {
            let machine = try Machine(isConfined: !book.noSandbox)
            return try await ChapterRunning(machine: machine, progress: progress)
                .run(chapter, parameters: values, root: book.rootPath)
        }
        print(outcome.text)
        let summary = Summary(outcome.diagnostics, sources: outcome.sources, isStrict: false)
        summary.write()
        try summary.requireSuccess()
    }

    private static func parse(_ parameters: [String]) throws -> [String: String] {
        var values: [String: String] = [:]
        for parameter in parameters {
            let parts = parameter.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError("--set takes name=value, such as --set gamma=3, not '\(parameter)'.")
            }
            guard values[parts[0]] == nil else {
                throw ValidationError("--set \(parts[0]) is given twice.")
            }
            values[parts[0]] = parts[1]
        }
        return values
    }
}
