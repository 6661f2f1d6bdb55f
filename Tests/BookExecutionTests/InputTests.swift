import BookExecution
import BookModel
import Foundation
import Testing

/// Files that a cell declares: those that cannot be inputs, and those that change while the chapter runs.
@Suite("An input")
struct InputTests {
    private static func chapter(_ input: String, _ code: String = "print(1)") -> String {
        "# Input\n\n```swift\n//| inputs: ['\(input)']\n\(code)\n```\n"
    }

    @Test(
        "that is none",
        arguments: [
            ("Chapters/nothing.csv", "missing-input", "does not exist"),
            ("/etc/passwd", "foreign-input", "is not below the root of the book"),
            ("Chapters/../../x", "foreign-input", "is not below the root of the book"),
            ("Chapters/Data", "folder-input", "is a folder; name its files"),
            ("Chapters/Data/out", "foreign-input", "is a symbolic link that leads out of the book"),
            ("Chapters/Data/circle", "cyclic-input", "is a symbolic link that leads in a circle"),
            ("Chapters/Data/pipe", "special-input", "is not an ordinary file"),
            (
                "Output/1.html", "cyclic-input",
                "lies in Output/, where the build writes: results would depend on themselves"
            ),
            (
                "Chapters/Data/page", "cyclic-input",
                "lies in Output/, where the build writes: results would depend on themselves"
            ),
            (
                ".book/results/x", "cyclic-input",
                "lies in .book/, where the build writes: results would depend on themselves"
            ),
            (
                "Chapters/test.md", "cyclic-input",
                "is the chapter itself, whose results would change with every word of it"
            ),
        ])
    func isRefused(_ input: String, _ identifier: String, _ message: String) async throws {
        let root = try OpeningTests.Root()
        let files = FileManager.default
        for folder in ["Output", ".book/results"] {
            try files.createDirectory(atPath: "\(root.path)/\(folder)", withIntermediateDirectories: true)
        }
        for file in ["Output/1.html", ".book/results/x", "Chapters/test.md"] { try root.write("x", to: file) }
        let data = root.path + "/Chapters/Data"
        for (link, target) in ["out": "/etc/passwd", "circle": "circle", "page": "../../Output/1.html"] {
            try files.createSymbolicLink(atPath: "\(data)/\(link)", withDestinationPath: target)
        }
        mkfifo(data + "/pipe", 0o666)
        let results = try await Execution.results(of: Self.chapter(input), root: root.path)
        #expect(results.faults == ["4:5 error: the input '\(input)' \(message)"])
        #expect(results.diagnostics.map(\.identifier) == [identifier])
        #expect(results.cells.map(\.status) == [.skipped])
    }

    @Test func mayBeALinkWithinTheBook() async throws {
        let root = try OpeningTests.Root()
        try FileManager.default.createSymbolicLink(
            atPath: root.path + "/Chapters/link.csv", withDestinationPath: "Data/first.csv")
        let code = """
            import Foundation
            let root = ProcessInfo.processInfo.environment["BOOK_ROOT"] ?? ""
            print(try String(contentsOfFile: root + "/Chapters/link.csv", encoding: .utf8))
            """
        let results = try await Execution.results(
            of: Self.chapter("Chapters/link.csv", code), root: root.path)
        #expect(results.faults == [])
        #expect(results.texts == ["1,2\n3,4\n"])
    }

    /// The cell waits until its input has another length or no name any more.
    private static let waitingCell = """
        import Foundation
        print(1)
        let path = (ProcessInfo.processInfo.environment["BOOK_ROOT"] ?? "") + "/Chapters/Data/first.csv"
        var status = stat()
        repeat {
            usleep(10_000)
            stat(path, &status)
        } while status.st_nlink == 1 && status.st_size == 8
        """

    /// The input changes when the cell has printed.
    @Test(
        "changes in the middle", arguments: [("other", "changed"), (nil, "went away")] as [(String?, String)])
    func thatChangesIsAnError(_ content: String?, _ what: String) async throws {
        let root = try OpeningTests.Root()
        let file = root.path + "/Chapters/Data/first.csv"
        let run = Task {
            try await Execution.results(
                of: Self.chapter("Chapters/Data/first.csv", Self.waitingCell),
                root: root.path)
        }
        for _ in 0..<3000 where !Self.isRunning(in: root.path) {
            try await Task.sleep(for: .milliseconds(10))
        }
        if let content {
            try Data(content.utf8).write(to: URL(filePath: file))
        } else {
            try FileManager.default.removeItem(atPath: file)
        }
        let results = try await run.value
        #expect(
            results.faults == [
                "4:5 error: the input 'Chapters/Data/first.csv' \(what) while the chapter ran, "
                    + "so its results are not kept"
            ])
        #expect(!FileManager.default.fileExists(atPath: root.path + "/.book/results"))
    }

    /// Whether the cell has printed.
    private static func isRunning(in root: String) -> Bool {
        let work = root + "/.book/work"
        let paths = FileManager.default.enumerator(atPath: work)?.compactMap { $0 as? String } ?? []
        return paths.contains { path in
            path.hasSuffix(".stdout")
                && FileManager.default.contents(atPath: "\(work)/\(path)") == Data("1\n".utf8)
        }
    }
}
