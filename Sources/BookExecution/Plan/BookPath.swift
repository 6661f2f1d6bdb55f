import Foundation

/// Paths of files from the root of a book.
enum BookPath {
    /// The path of an existing file with symbolic links followed; `nil` when that is not below the root.
    ///
    /// `Chapters` itself may be a link to wherever the book's files lie.
    static func resolved(_ path: String, root: String) -> String? {
        guard let real = self.real("\(root)/\(path)"), let realRoot = self.real(root) else { return nil }
        if let below = below(realRoot, real) { return below }
        return self.real(root + "/Chapters").flatMap { below($0, real) }.map { "Chapters/" + $0 }
    }

    private static func real(_ path: String) -> String? {
        guard let path = realpath(path, nil) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    private static func below(_ folder: String, _ path: String) -> String? {
        path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : nil
    }

    /// The path without `.` and empty names.
    static func normalized(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
}
