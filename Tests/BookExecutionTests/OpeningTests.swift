import BookExecution
import BookModel
import Foundation
import Testing

/// What cells open below the root of the book: each way to read a file, what may be read, and what is said otherwise.
@Suite("An undeclared input")
struct OpeningTests {
    /// A root with a few files; removed with it.
    final class Root {
        let path: String

        init() throws {
            path =
                FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
                + "/openings-\(UUID().uuidString)"
            try FileManager.default.createDirectory(
                atPath: path + "/Chapters/Data", withIntermediateDirectories: true)
            for name in ["first.csv", "second.csv"] { try write("1,2\n3,4\n", to: "Chapters/Data/\(name)") }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ text: String, to file: String) throws {
            try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)"))
        }
    }

    private static let preamble = """
        import Foundation
        import Learning
        import LinearAlgebra
        let root = ProcessInfo.processInfo.environment["BOOK_ROOT"] ?? ""
        let path = root + "/Chapters/Data/first.csv"
        """

    private static func chapter(_ cells: [String]) -> String {
        "# Openings\n\n" + (["\(preamble)"] + cells).map { "```swift\n\($0)\n```\n" }.joined(separator: "\n")
    }

    private static let opened = "error: the cell uses 'Chapters/Data/first.csv' without declaring it"
    private static let listed =
        "error: the cell lists the folder 'Chapters/Data', and what lies there is not declared"

    @Test(
        "reading by", .timeLimit(.minutes(2)),
        arguments: [
            "_ = try? Data(contentsOf: URL(filePath: path))": opened,
            "_ = try? String(contentsOfFile: path, encoding: .utf8)": opened,
            "_ = FileHandle(forReadingAtPath: path)": opened,
            "_ = FileManager.default.contents(atPath: path)": opened,
            "_ = fopen(path, \"r\")": opened,
            "_ = open(path, O_RDONLY)": opened,
            "_ = InputStream(fileAtPath: path).map { $0.open() }": opened,
            "try? FileManager.default.copyItem(atPath: path, toPath: \"copy.csv\")": opened,
            "print(FileManager.default.fileExists(atPath: path))": opened,
            "print(access(path, R_OK))": opened,
            "_ = try? URL(filePath: path).checkResourceIsReachable()": opened,
            "_ = try? CSVTable(contentsOf: URL(filePath: path))": opened,
            "_ = try? Matrix<Double>(csv: path)": opened,
            "chdir(root + \"/Chapters\"); _ = fopen(\"./Data/../Data//first.csv\", \"r\")": opened,
            "symlink(root + \"/Chapters\", \"link\"); _ = fopen(\"link/Data/first.csv\", \"r\")": opened,
            "_ = try? FileManager.default.contentsOfDirectory(atPath: root + \"/Chapters/Data\")": listed,
            "_ = FileManager.default.enumerator(atPath: root + \"/Chapters/Data\")?.nextObject()": listed,
            "_ = opendir(root + \"/Chapters/Data\")": listed,
        ])
    func isSeen(_ code: String, _ fault: String) async throws {
        let root = try Root()
        // The folder is there only where a file in it is declared.
        let other = "//| inputs: [Chapters/Data/second.csv]\nprint(1)"
        let results = try await Execution.results(of: Self.chapter([code, other]), root: root.path)
        #expect(results.faults == ["12:1 " + fault])
        #expect(results.cells.map(\.status) == [.ran, .failed, .ran])
    }

    @Test func isNoneWhenTheCellOrOneBeforeItDeclaresIt() async throws {
        let root = try Root()
        let read = "print(try String(contentsOfFile: path, encoding: .utf8))"
        let cells = ["//| inputs: [./Chapters/Data/first.csv]\n" + read, read]
        let results = try await Execution.results(of: Self.chapter(cells), root: root.path)
        #expect(results.faults == [])
        #expect(results.texts.dropFirst() == ["1,2\n3,4\n", "1,2\n3,4\n"])
    }

    @Test func isSaidWithTheWholeOption() async throws {
        let root = try Root()
        let code = """
            //| inputs: [Chapters/Data/second.csv]
            for name in ["second", "first", "thrid"] {
                print(fopen(root + "/Chapters/Data/\\(name).csv", "r") == nil)
            }
            """
        try root.write("", to: "Chapters/Data/third.csv")
        let results = try await Execution.results(of: Self.chapter([code]), root: root.path)
        #expect(
            results.diagnostics.map { $0.text(quoting: nil) } == [
                """
                Chapters/test.md:13:1: error: the cell uses 'Chapters/Data/first.csv' without declaring it [undeclared-input]
                help: write at the top of the cell: `//| inputs: [Chapters/Data/second.csv, Chapters/Data/first.csv]`
                """,
                """
                Chapters/test.md:13:1: error: the cell uses 'Chapters/Data/thrid.csv', which the book does not have [undeclared-input]
                help: did you mean 'Chapters/Data/third.csv'?
                """,
            ])
        #expect(results.texts[1] == "false\ntrue\ntrue")
    }

    @Test func takesThePlaceOfWhatTheCellThrewAboutIt() async throws {
        let root = try Root()
        let cells = ["print(try String(contentsOfFile: path, encoding: .utf8))", "print(1)"]
        let results = try await Execution.results(of: Self.chapter(cells), root: root.path)
        #expect(results.faults == ["12:1 " + Self.opened])
        #expect(results.cells.map(\.status) == [.ran, .failed, .skipped])
    }

    @Test func isSeenInAValueInProse() async throws {
        let root = try Root()
        let results = try await Execution.results(
            of: Self.chapter(["print(1)"]) + "\nHere `{swift} fopen(path, \"r\") == nil` it is.\n",
            root: root.path)
        #expect(
            results.faults == [
                "15:15 error: the value uses 'Chapters/Data/first.csv' without declaring it"
            ])
    }

    @Test func isJudgedForEachCell() {
        let chapter = Chapter.parsed(
            "# A\n\n```swift\n//| label: a\n1\n```\n\n```swift\n//| label: b\n2\n```\n")
        let place = SourcePosition(line: 5, column: 1)
        let openings = ["a", "b"].map { FileOpening(cell: $0, path: "Chapters/x", position: place) }
        let check = OpeningCheck(chapter: chapter, root: "/nowhere")
        #expect(check.faults(of: openings, allowed: ["a": ["Chapters/x"], "b": ["Chapters/./x"]]).isEmpty)
        #expect(check.faults(of: openings, allowed: ["a": ["Chapters/x"]]).map(\.cell) == ["b"])
        #expect(check.faults(of: openings, allowed: [:]).map(\.cell) == ["a", "b"])
    }
}
