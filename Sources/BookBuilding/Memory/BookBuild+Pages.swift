import BookExecution
import BookRendering
import Foundation

extension BookBuild {
    /// What earlier builds of the book rendered, for the pages that would be the same now.
    ///
    /// - Parameter identities: what pages depend on of this machine, by names of our own.
    func pageMemory(root: String, _ identities: [String: String], _ files: FileHashes) -> PageMemory {
        let surroundings = identities.sorted { $0.key < $1.key }.map { "\($0.key)\n\($0.value)\n" }
        let output = options.output
        return PageMemory(
            folder: URL(filePath: ResultStore(root: root).pages), surroundings: surroundings.joined(),
            isRead: !options.isFresh, hash: FileHashes.hash
        ) { path, hash in
            (try? files.hash(ofFile: "\(output)/\(path)")) == hash
        }
    }
}
