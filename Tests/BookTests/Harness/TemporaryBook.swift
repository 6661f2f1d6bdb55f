import Foundation

/// A folder with chapters, made for one test and removed with it.
final class TemporaryBook: Sendable {
    let root: String

    /// - Parameter files: contents by path below `Chapters/`.
    init(_ files: [String: String] = [:]) throws {
        root =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
            + "/book-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root + "/Chapters", withIntermediateDirectories: true)
        for (path, text) in files { try write(Data(text.utf8), to: path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ data: Data, to path: String) throws {
        let file = URL(filePath: "\(root)/Chapters/\(path)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    func write(_ text: String, to path: String) throws {
        try write(Data(text.utf8), to: path)
    }

    /// The text of a page, or `nil` when there is none.
    func page(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(root)/Output/\(name)").map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// The relative paths and contents of a folder below the root.
    func files(in folder: String) -> [String: Data] {
        var files: [String: Data] = [:]
        let enumerator = FileManager.default.enumerator(atPath: "\(root)/\(folder)")
        while let path = enumerator?.nextObject() as? String {
            if let data = FileManager.default.contents(atPath: "\(root)/\(folder)/\(path)") {
                files[path] = data
            }
        }
        return files
    }
}
