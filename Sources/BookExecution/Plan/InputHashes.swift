import BookModel

/// The contents of the files that a chapter declares as inputs, at one moment.
public struct InputHashes: Hashable, Sendable {
    /// The hash of each file's content by its path from the root of the book; those that cannot be read are missing.
    public let byPath: [String: String]

    /// Reads the files that the cells of a chapter declare, as far as `files` does not know them.
    package init(of chapter: Chapter, root: String, files: FileHashes) {
        var hashes: [String: String] = [:]
        for path in Set(chapter.cells.flatMap(\.options.inputs)) {
            hashes[path] = try? files.hash(ofFile: "\(root)/\(path)")
        }
        byPath = hashes
    }

    /// No files.
    init() {
        byPath = [:]
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
