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
                let root = ProcessInfo.processInfo.environment["BOOK_ROOT"] ?? ""
                func writes(_ path: String) -> Bool {
                    FileManager.default.createFile(atPath: path, contents: Data("x".utf8))
                }
                [writes("here.txt"), writes(root + "/Chapters/there.md"), writes("/usr/there"), writes("/etc/there")]
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
        #expect(results.texts[0] == "[true, false, false, false]")
        #expect(results.texts[1] == "true")
        #expect(
            results.texts[2].split(whereSeparator: { "[]\", \n".contains($0) }).map(String.init) == [
                "BOOK_KEPT", "BOOK_RECORDS_DESCRIPTOR", "BOOK_ROOT", "HOME", "LANG", "PATH", "PWD",
                "SWIFT_BACKTRACE", "SWIFT_DETERMINISTIC_HASHING", "TMPDIR", "TZ",
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
                """, outputLimit: 100_000)
        #expect(results.cells.map(\.status) == [.ran, .ran, .failed])
        #expect(results.texts[1].utf8.count == 59_999)
        #expect(results.faults == ["13:1 error: the cell printed more than 0 MB and was stopped"])
        #expect(results.texts[2].hasPrefix("xxx") && results.texts[2].hasSuffix("\n…"))
    }
}
