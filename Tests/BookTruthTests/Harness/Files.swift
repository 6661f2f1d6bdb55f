import Foundation

/// What tests do with files.
enum Files {
    static let manager = FileManager.default

    /// A new folder with a name of its own; links in its path are followed.
    static func temporaryFolder(_ name: String) throws -> String {
        let folder =
            manager.temporaryDirectory.resolvingSymlinksInPath().path + "/truth-\(name)-\(UUID().uuidString)"
        try make(folder)
        return folder
    }

    static func make(_ folder: String) throws {
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    static func remove(_ path: String) {
        try? manager.removeItem(atPath: path)
    }

    static func exists(_ path: String) -> Bool {
        manager.fileExists(atPath: path)
    }

    static func data(_ path: String) -> Data? {
        manager.contents(atPath: path)
    }

    static func text(_ path: String) -> String? {
        data(path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes a text where the file does not hold it already.
    static func write(_ text: String, to path: String) throws {
        let data = Data(text.utf8)
        guard self.data(path) != data else { return }
        try make(URL(filePath: path).deletingLastPathComponent().path)
        try data.write(to: URL(filePath: path))
    }

    static func link(_ path: String, to target: String) throws {
        remove(path)
        try make(URL(filePath: path).deletingLastPathComponent().path)
        try manager.createSymbolicLink(atPath: path, withDestinationPath: target)
    }

    /// The paths of all files below a folder, relative to it, sorted; links are not followed below it.
    static func paths(below folder: String) -> [String] {
        // Where the folder itself is a link, what lies behind it.
        let folder = URL(filePath: folder).resolvingSymlinksInPath().path
        guard let enumerator = manager.enumerator(atPath: folder) else { return [] }
        var paths: [String] = []
        while let path = enumerator.nextObject() as? String {
            if enumerator.fileAttributes?[.type] as? FileAttributeType != .typeDirectory {
                paths.append(path)
            }
        }
        return paths.sorted()
    }

    /// The contents of all files below a folder, by relative path.
    static func contents(below folder: String) -> [String: Data] {
        var contents: [String: Data] = [:]
        for path in paths(below: folder) { contents[path] = data("\(folder)/\(path)") ?? Data() }
        return contents
    }
}
