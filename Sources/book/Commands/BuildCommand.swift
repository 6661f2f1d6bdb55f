import ArgumentParser
import BookBuilding
import Foundation

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Run what must run and render every page.",
        discussion: """
            Example: book build 8 --strict

            Pages go to Output/ in the folder of the book; the front page is Output/index.html.
            """)

    @OptionGroup var book: BookOptions

    @Argument(help: "Chapters to run: a number, a name or a file (default: all).")
    var chapters: [String] = []

    @Flag(help: "Count warnings as errors.")
    var strict = false

    @Option(
        help: ArgumentHelp("Write what happened to this file, as JSON.", valueName: "file"),
        completion: .file())
    var report: String?

    @Option(
        help: ArgumentHelp(
            "The folder for the pages (default: Output in the folder of the book).", valueName: "dir"),
        completion: .directory)
    var output: String?

    @Option(
        help: ArgumentHelp("How many chapters run at once (default: the number of cores).", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Run every chapter, whatever the store holds.")
    var fresh = false

    @Flag(help: "Run chapters once more as a whole and compare.")
    var verify = false

    @Flag(help: "Run chapters at -O, in Swift 5 mode and under sanitizers, too.")
    var matrix = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on, not \(jobs).") }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let progress = Progress()
        progress.say("building the book in \(book.rootPath)")
        book.sayHowConfined(progress)
        var options = BookBuild.Options(output: output.map(BookOptions.absolute) ?? book.rootPath + "/Output")
        options.chapters = chapters
        options.isFresh = fresh
        options.isVerifying = verify
        options.hasMatrix = matrix
        if let jobs { options.jobs = jobs }
        let build = try await Failure.mapping {
            BookBuild(machine: try Machine(isConfined: !book.noSandbox), options: options, progress: progress)
        }
        // A report says of each chapter what happened, so it needs the whole build.
        if report == nil,
            let frontPage = try await Failure.mapping({ try build.unchangedFrontPage(root: book.rootPath) })
        {
            progress.say("nothing changed since the last build")
            print(frontPage)
            return
        }
        let outcome = try await Failure.mapping { try await build.run(root: book.rootPath) }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        if let report { try write(Report(outcome, seconds: seconds), to: report) }
        let summary = Summary(outcome.diagnostics, sources: outcome.sources, isStrict: strict)
        summary.write()
        print(outcome.frontPage)
        try summary.requireSuccess()
    }

    private func write(_ report: Report, to path: String) throws {
        do {
            try report.json().write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(
                .machineLacksSomething, "cannot write the report to \(path): \(error.localizedDescription)")
        }
    }
}
