import BookModel

/// The contents of the files that a chapter declares as inputs, at one moment.
public struct InputHashes: Hashable, Sendable {
    /// The hash of each file's content by its path from the root of the book; those that cannot be read are missing.
    public let byPath: [String: String]

    /// Reads the files that the cells of a chapter declare.
    public init(of chapter: Chapter, root: String) {
        self.init(of: chapter.cells.flatMap(\.options.inputs), root: root)
    }

    public init(of paths: [String], root: String) {
        var hashes: [String: String] = [:]
        for path in Set(paths) { hashes[path] = try? ContentHash.hex(ofFile: "\(root)/\(path)") }
        byPath = hashes
    }

    /// One error for each cell and input that is not what it was, which `before` says.
    ///
    /// What a chapter gave meanwhile belongs to neither content and must not be kept.
    public func faults(since before: InputHashes, in chapter: Chapter) -> [Diagnostic] {
        chapter.cells.flatMap { cell in
            cell.options.inputs.filter { byPath[$0] == nil || byPath[$0] != before.byPath[$0] }.map { input in
                Diagnostic(
                    .error, "changed-input", file: chapter.file, range: cell.options.ranges[.inputs],
                    "the input '\(input)' \(byPath[input] == nil ? "went away" : "changed") while the chapter ran, "
                        + "so its results are not kept",
                    repairs: ["build again when nothing writes to the file any more"], cell: cell.id)
            }
        }
    }
}
