import Foundation

/// All fixture chapters as one book, built once: `Fixtures/<feature>/<case>/chapter.md` becomes `<case>.md`.
enum FixtureBook {
    static let features = ["capture", "errors", "requirements"]

    static let shared = Result {
        let book = try TemporaryBook()
        for feature in features {
            for name in cases(of: feature) {
                try book.write(
                    Data(contentsOf: folder(feature, name).appending(path: "chapter.md")), to: name + ".md")
            }
        }
        return try book.build()
    }

    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    static func folder(_ feature: String, _ name: String) -> URL {
        fixtures.appending(path: feature).appending(path: name)
    }

    /// The cases of a feature, sorted.
    static func cases(of feature: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(
            atPath: fixtures.appending(path: feature).path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }
}
