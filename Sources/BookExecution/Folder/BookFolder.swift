import Foundation

/// The files of a book in its root folder.
public struct BookFolder: Sendable {
    public struct File: Sendable {
        /// Relative to the root: `Chapters/08-clwe.md`.
        public let path: String
        public let bytes: [UInt8]
    }

    public let root: String
    /// `Chapters/book.yml`, where there is one.
    public let configuration: File?
    /// `Chapters/references.bib`, where there is one.
    public let bibliography: File?
    /// `Chapters/*.md`, sorted by name.
    public let chapters: [File]

    /// The folder by its own name, whatever links lead to it.
    package static func resolved(_ root: String) -> String {
        URL(fileURLWithPath: root).resolvingSymlinksInPath().path
    }

    /// Reads the book's files.
    /// - Throws: `ExecutionError.noChapters` without a folder `Chapters/`, `emptyChapters` without a chapter in it; `cannotRead` for a file that cannot be read.
    public init(root: String) throws(ExecutionError) {
        let root = Self.resolved(root)
        let folder = root + "/Chapters"
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
        else {
            throw .noChapters(root: root)
        }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw .cannotRead(path: folder, reason: error.localizedDescription)
        }
        func file(_ name: String) throws(ExecutionError) -> File {
            File(path: "Chapters/\(name)", bytes: try OpenFile(reading: "\(folder)/\(name)").bytes())
        }
        self.root = root
        configuration = names.contains("book.yml") ? try file("book.yml") : nil
        bibliography = names.contains("references.bib") ? try file("references.bib") : nil
        var chapters: [File] = []
        for name in names where name.hasSuffix(".md") && !name.hasPrefix(".") {
            chapters.append(try file(name))
        }
        guard !chapters.isEmpty else { throw .emptyChapters(folder: folder) }
        self.chapters = chapters
    }
}
