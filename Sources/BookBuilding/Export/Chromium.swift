import BookExecution
import Foundation

/// The browser that prints.
struct Chromium: Sendable {
    private let program: String
    private static let names = [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    ]
    /// A book of hundreds of pages takes some ten seconds.
    private static let patience = Duration.seconds(300)

    /// - Throws: `ExecutionError.missing` with how to install it.
    init(searchPath: String) throws(ExecutionError) {
        let folders = searchPath.split(separator: ":").map(String.init)
        let found = Self.names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else {
            throw .missing(
                what: "Chromium, which prints the book",
                lookedFor: Self.names.joined(separator: ", ") + " on PATH",
                repair: "install it with `apt-get install chromium`, or export another form, such as epub")
        }
        program = found
    }

    /// A page as PDF, without the browser's own head and foot, with its headings as bookmarks.
    /// - Throws: `ExecutionError.cannotStart` when the browser gives none.
    func printed(_ html: String) async throws -> [UInt8] {
        let folder =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
            + "/book-print-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (page, result) = (folder + "/book.html", folder + "/book.pdf")
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(html.utf8).write(to: URL(filePath: page))
        } catch {
            throw ExecutionError.cannotWrite(path: page, reason: error.localizedDescription)
        }
        var arguments = [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=" + folder + "/profile",
            "--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=" + result,
        ]
        // Chromium's sandbox refuses root. What it opens is the engine's own page, which runs no foreign script.
        if geteuid() == 0 { arguments.append("--no-sandbox") }
        await run(arguments + [URL(filePath: page).absoluteString])
        guard let data = FileManager.default.contents(atPath: result), !data.isEmpty else {
            throw ExecutionError.cannotStart(program: program, reason: "it ended without a PDF")
        }
        return Array(data)
    }

    private func run(_ arguments: [String]) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = await Command.output(program, arguments) }
            group.addTask { try? await Task.sleep(for: Self.patience) }
            await group.next()
            group.cancelAll()
        }
    }
}
