import BookModel
import Foundation

/// A file beside the chapters with what a cell must show.
public struct ExpectedFile: Hashable, Sendable {
    /// Why the file cannot be compared with.
    public enum Fault: Error, Hashable, Sendable {
        case isMissing
        /// It is reached through a link that leads out of the folder of the chapters.
        case isForeign
        case isFolder
        case isNotText
        case cannotBeRead(reason: String)
    }

    /// Relative to the folder of the chapters.
    public let path: String
    /// The path on this machine.
    public let location: String
    private let folder: String

    /// - Parameter root: the root of the book.
    public init(_ path: String, root: String) {
        self.path = path
        folder = root + "/Chapters"
        location = folder + "/" + path
    }

    /// The text in the file.
    public func text() throws(Fault) -> String {
        guard isBelowFolder else { throw .isForeign }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: location, isDirectory: &isFolder) else {
            throw .isMissing
        }
        if isFolder.boolValue { throw .isFolder }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: location))
        } catch {
            throw .cannotBeRead(reason: error.localizedDescription)
        }
        guard let text = String(validating: data, as: UTF8.self) else { throw .isNotText }
        return text
    }

    /// Whether the file, or the nearest folder of it that exists, lies below the folder of the chapters when links are
    /// followed.
    public var isBelowFolder: Bool {
        var existing = location
        var status = stat()
        while existing.count > folder.count, lstat(existing, &status) != 0 {
            existing = URL(fileURLWithPath: existing).deletingLastPathComponent().path
        }
        // A link that leads nowhere is there and has no real path.
        guard let base = Self.realPath(folder), let target = Self.realPath(existing) else { return false }
        return target == base || target.hasPrefix(base + "/")
    }

    private static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }
}
