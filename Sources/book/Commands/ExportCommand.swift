import ArgumentParser
import BookBuilding
import BookExport
import BookModel

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the book in another form: one page, PDF, EPUB, notebooks, Markdown.",
        discussion: """
            Example: book export epub --strict

            Formats:
            \(ExportFormat.allCases.map { "  \($0.rawValue): \($0.summary)" }.joined(separator: "\n"))

            What must run is run first; a book with errors is not exported. The last line is the path of what was \
            written, by default in Output/, named after the book. The same book gives the same bytes; where a format \
            must name a time, it is that of SOURCE_DATE_EPOCH or else 1 January 1980.
            """)

    @OptionGroup var book: BookOptions

    @Argument(help: ArgumentHelp("html, pdf, epub, ipynb or markdown.", valueName: "format"))
    var formatName: String

    @Argument(help: "Chapters to export: a number, a name or a file (default: all).")
    var chapters: [String] = []

    @Option(
        help: ArgumentHelp(
            "The file to write, or a folder for it (default: named after the book, in Output).",
            valueName: "path"),
        completion: .file())
    var output: String?

    @Flag(help: "Count warnings as errors.")
    var strict = false

    func validate() throws {
        _ = try format
    }

    /// The format of this name.
    private var format: ExportFormat {
        get throws {
            if let format = ExportFormat(rawValue: formatName) { return format }
            let names = ExportFormat.allCases.map(\.rawValue)
            let nearest = Spelling.nearest(to: formatName, among: names)
            let help =
                nearest.map { "Did you mean '\($0)'?" } ?? "The formats are \(names.joined(separator: ", "))."
            throw ValidationError("There is no format '\(formatName)'. \(help)")
        }
    }

    func run() async throws {
        let progress = Progress()
        progress.say("exporting the book in \(book.rootPath) as \(formatName)")
        var options = BookExporting.Options(format: try format)
        options.chapters = chapters
        options.output = output.map { BookOptions.absolute($0) + ($0.hasSuffix("/") ? "/" : "") }
        let (exporting, built) = try await Failure.mapping {
            let exporting = try BookExporting(
                machine: Machine(isConfined: !book.noSandbox), options: options, progress: progress)
            return (exporting, try await exporting.build(root: book.rootPath))
        }
        let summary = Summary(built.diagnostics, sources: built.sources, isStrict: strict)
        summary.write()
        try summary.requireSuccess()
        print(try await Failure.mapping { try await exporting.write(built) })
    }
}
