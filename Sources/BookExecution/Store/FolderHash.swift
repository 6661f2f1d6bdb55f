import BookModel
import Foundation

/// The files below a folder and their contents, as one hash.
enum FolderHash {
    /// One hash of files' names and contents.
    static func hex(of files: [String], below folder: String, _ hashes: FileHashes) throws(ExecutionError)
        -> String
    {
        var hash = ContentHash()
        for file in files { hash.add(file, try hashes.hash(ofFile: "\(folder)/\(file)")) }
        return hash.hex
    }
}
