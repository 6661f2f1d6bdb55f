import BookRendering
import Foundation

/// The tools that this machine has.
enum TestTools {
    static let python: URL? = ProcessInfo.processInfo.environment["BOOK_PYTHON"].map { URL(filePath: $0) }

    static let libraries: URL? = {
        let compiler = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { URL(filePath: String($0)).appending(path: "swiftc") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        return compiler?.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "lib")
    }()

    static let all = RenderingTools(toolchainLibraries: libraries, python: python)
    static let none = RenderingTools()
}

/// A folder that is gone after the test.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
