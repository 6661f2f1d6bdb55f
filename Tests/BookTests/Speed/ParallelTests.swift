import Foundation
import Testing

/// Chapters that run at the same time.
@Suite("Parallel chapters")
struct ParallelTests {
    private static func chapter(_ number: Int, options: String = "") -> String {
        """
        # Chapter \(number)

        ```swift
        \(options)
        import Foundation
        print("chapter \(number)")
        let value = \(number) * 3
        value
        ```

        ```swift
        func half(_ number: Int) -> Int { var copy = number; return copy / 2 }
        claim("half of it is \(number)", half(value), .equals(\(number * 3 / 2)))
        ```

        It is `{swift} value`.
        """
    }

    private static func chapters(_ count: Int) -> [String: String] {
        Dictionary(uniqueKeysWithValues: (1...count).map { ("\($0)-part\($0).md", chapter($0)) })
    }

    @Test func numberOfJobsChangesNothing() throws {
        var pages: [[String: Data]] = []
        var words: [[String]] = []
        for jobs in ["1", "4"] {
            let book = try TemporaryBook(Self.chapters(4))
            let built = try book.build(["--jobs", jobs])
            pages.append(book.files(in: "Output"))
            words.append(built.report.diagnostics.map(\.message))
            #expect(built.process.status == 0)
            #expect(
                built.report.chapters.flatMap { $0.cells.map(\.status) } == Array(repeating: "ran", count: 8))
        }
        #expect(pages[0] == pages[1])
        #expect(pages[0].count > 5)
        #expect(words[0] == words[1])
        #expect(words[0].count == 4)
    }

    /// The greatest number of chapters that ran at once, by when their programs said that they started and ended.
    private static func mostAtOnce(_ options: String, jobs: Int) throws -> Int {
        let chapter = """
            # One

            ```swift
            \(options)
            import Foundation
            print("start", Date().timeIntervalSince1970)
            usleep(1_500_000)
            print("end", Date().timeIntervalSince1970)
            ```
            """
        let names = (1...2).map { "\($0)-part\($0).md" }
        let book = try TemporaryBook(Dictionary(uniqueKeysWithValues: names.map { ($0, chapter) }))
        let built = try book.build(["--jobs", String(jobs)])
        var moments: [(time: Double, change: Int)] = []
        for cell in built.report.chapters.flatMap(\.cells) {
            for line in cell.text.split(separator: "\n") {
                let words = line.split(separator: " ")
                moments.append((try #require(Double(words[1])), words[0] == "start" ? 1 : -1))
            }
        }
        var running = 0
        return moments.sorted { $0.time < $1.time }.map { moment in
            running += moment.change
            return running
        }.max() ?? 0
    }

    @Test(
        "chapters share cores and memory",
        arguments: [("", 2, 2), ("", 1, 1), ("//| memory-limit: 100000GB", 2, 1)])
    func runAsManyAsFit(_ options: String, _ jobs: Int, _ expected: Int) throws {
        #expect(try Self.mostAtOnce(options, jobs: jobs) == expected)
    }

    @Test func terminalShowsEveryRunningCell() throws {
        let chapter = "# One\n\n```swift\nimport Foundation\nusleep(2_500_000)\n```\n"
        let book = try TemporaryBook(["1-first.md": chapter, "2-second.md": chapter])
        let log = book.root + "/typescript"
        let command = "'\(BookProcess.executable)' build --root '\(book.root)' --jobs 2"
        let done = try BookProcess.run(
            ["--quiet", "--return", "--command", command, log], executable: "/usr/bin/script")
        #expect(done.status == 0)
        let text = String(decoding: try Data(contentsOf: URL(filePath: log)), as: UTF8.self)
        #expect(text.contains("0/2  1-first#cell-1, 2-second#cell-1"))
        #expect(text.contains("1/2  "))
        #expect(text.contains("\r\u{1B}[K"))
    }
}
