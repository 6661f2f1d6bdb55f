import Foundation

/// The files below a folder and their contents, as one hash.
enum FolderHash {
    /// What lies beside the chapters of the book in `root`, files and folders, as paths from it, sorted.
    static func dataEntries(of root: String) -> [String] {
        FolderListing.entries(of: "\(root)/Chapters").map(\.name)
            .filter { !$0.hasSuffix(".md") && $0 != "book.yml" }.map { "Chapters/\($0)" }
    }

    /// One hash of files' names and contents.
    static func hex(of files: [String], below folder: String, _ hashes: FileHashes) throws(ExecutionError)
        -> String
    {
        var hash = ContentHash()
        for file in files { hash.add(file, try hashes.hash(ofFile: "\(folder)/\(file)")) }
        return hash.hex
    }
}
