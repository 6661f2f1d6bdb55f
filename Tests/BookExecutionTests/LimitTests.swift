import BookExecution
import BookModel
import Foundation
import Testing

/// The world of a cell, and its limits.
@Suite("A confined cell")
struct ConfinementTests {
    @Test(.enabled(if: Confinement.find(searchPath: "/usr/bin:/bin") != nil, "bubblewrap is not installed"))
    func hasNoNetworkAndWritesToItsScratchFolderOnly() async throws {
        let results = try await Execution.results(
            of: """
                # Confined

                ```swift
                import Foundation
                func writes(_ path: String) -> Bool {
                    FileManager.default.createFile(atPath: path, contents: Data("x".utf8))
                }
                [writes("here.txt"), writes("/usr/there"), writes("/etc/there")]
                ```

                ```swift
                let channel = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
                var address = sockaddr_in()
                address.sin_family = sa_family_t(AF_INET)
                address.sin_port = in_port_t(80).bigEndian
                address.sin_addr.s_addr = inet_addr("1.1.1.1")
                let status = withUnsafePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        connect(channel, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                    }
                }
                status == -1 && errno == ENETUNREACH
                ```

                ```swift
                ProcessInfo.processInfo.environment.keys.filter { !$0.hasPrefix("OPENBLAS_") }.sorted()
                ```

                ```swift
                FileManager.default.fileExists(atPath: "/root") || FileManager.default.fileExists(atPath: "/home")
                ```
                """)
        #expect(results.faults == [])
        #expect(results.texts[0] == "[true, false, false]")
        #expect(results.texts[1] == "true")
        #expect(
            results.texts[2].split(whereSeparator: { "[]\", \n".contains($0) }).map(String.init) == [
                "BOOK_HANDOVER_DESCRIPTOR", "BOOK_KEPT", "BOOK_RECORDS_DESCRIPTOR", "BOOK_ROOT", "HOME",
                "LANG",
                "PATH", "PWD", "SWIFT_BACKTRACE", "SWIFT_DETERMINISTIC_HASHING", "TMPDIR", "TZ",
            ])
        #expect(results.texts[3] == "false")
    }

    @Test func outputLimitHoldsForEachCell() async throws {
        let results = try await Execution.results(
            of: """
                # Much

                ```swift
                let line = String(repeating: "x", count: 999)
                for _ in 0..<60 { print(line) }
                ```

                ```swift
                for _ in 0..<60 { print(line) }
                ```

                ```swift
                while true { print(line) }
                ```
                """, limits: ProgramLimits(output: 100_000))
        #expect(results.cells.map(\.status) == [.ran, .ran, .failed])
        #expect(results.texts[1].utf8.count == 59_999)
        #expect(results.faults == ["13:1 error: the cell printed more than 0 MB and was stopped"])
        #expect(results.texts[2].hasPrefix("xxx") && results.texts[2].hasSuffix("\n…"))
    }
}

/// Limits of what a cell takes of the machine, over all that it started.
@Suite("A cell that takes too much")
struct ResourceLimitTests {
    private static func results(_ code: String, _ limits: ProgramLimits) async throws -> ChapterResults {
        try await Execution.results(
            of: "# Much\n\n```swift\nimport Foundation\nprint(1)\n```\n\n```swift\n\(code)\n```\n",
            limits: limits)
    }

    @Test("processor time", arguments: ["while true {}", "if fork() == 0 { while true {} }\nsleep(50)"])
    func countsThatOfEachProcess(_ code: String) async throws {
        // Nearly a minute of the clock, but not of a processor.
        let results = try await Self.results(code, ProgramLimits(processorShare: 0.01))
        #expect(results.cells.map(\.status) == [.ran, .failed])
        let place = code.hasPrefix("if") ? "10:1" : "9:1"
        #expect(
            results.faults == [
                "\(place) error: the cell used more than 0.6 s of processor time, over all its threads and processes, "
                    + "and was stopped"
            ])
    }

    @Test(
        "each limit",
        arguments: [
            (
                "for n in 0... { if n < 40 { Thread.detachNewThread { sleep(50) } } else { sleep(50) } }",
                "9:1 error: the cell had more than 30 processes and threads and was stopped"
            ),
            (
                "let file = open(\"large\", O_WRONLY | O_CREAT, 0o666)\nlet data = [UInt8](repeating: 1, count: 1_000_000)\n"
                    + "for _ in 0..<9 { print(write(file, data, data.count)) }",
                "11:1 error: the cell wrote a file of more than 5 MB and was stopped"
            ),
            (
                "let file = open(\"large\", O_WRONLY | O_CREAT, 0o666)\nprint(ftruncate(file, 1 << 40))",
                "10:1 error: the cell wrote a file of more than 5 MB and was stopped"
            ),
            (
                "for n in 0... {\n    if n > 4 { sleep(50) }\n"
                    + "    try Data(repeating: 1, count: 4_000_000).write(to: URL(filePath: \"f\\(n)\"))\n}",
                "9:1 error: the cell had files of more than 9 MB in all in its scratch folder and was stopped"
            ),
            (
                "for n in 0... { if n < 50 { mkdir(\"d\\(n)\", 0o777) } else { sleep(50) } }",
                "9:1 error: the cell had more than 40 files in its scratch folder and was stopped"
            ),
            (
                "mkdir(\"closed\", 0o777)\nfor n in 0... {\n    if n < 50 { mkdir(\"closed/\\(n)\", 0o777) }\n"
                    + "    if n == 50 { chmod(\"closed\", 0) }\n    if n > 50 { sleep(50) }\n}",
                "10:1 error: the cell had more than 40 files in its scratch folder and was stopped"
            ),
        ])
    func isNamedWithItsCell(_ code: String, _ fault: String) async throws {
        let limits = ProgramLimits(
            tasks: 30, fileSize: 5_000_000, scratchSize: 9_000_000, scratchFiles: 40)
        let results = try await Self.results(code, limits)
        #expect(results.cells.map(\.status) == [.ran, .failed])
        #expect(results.faults.filter { !$0.contains("warning") } == [fault])
    }

    @Test func holdsWhereThereIsNoCellToo() async throws {
        let results = try await Execution.results(
            of: "# No cell\n\nHere `{swift} (0...).reduce(0) { $0 ^ $1 }`.\n", limits: ProgramLimits(time: 1))
        #expect(results.faults == ["3:15 error: the value stopped the program: it took longer than 1 s"])
        #expect(results.values.isEmpty)
    }
}
