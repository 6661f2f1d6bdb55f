import BookExecution
import BookRendering
import Foundation

extension BookBuild {
    /// What earlier builds of the book rendered, for the pages that would be the same now.
    /// - Throws: `ExecutionError` when the engine itself cannot be read.
    func pageMemory(root: String, _ files: FileHashes) throws(ExecutionError) -> PageMemory {
        let root = BookFolder.resolved(root)
        let surroundings = try machine.identities(root: root).sorted { $0.key < $1.key }
            .map { "\($0.key)\n\($0.value)\n" }.joined()
        let output = options.output
        return PageMemory(
            folder: URL(filePath: ResultStore(root: root).pages), surroundings: surroundings,
            isRead: !options.isFresh, hash: FileHashes.hash
        ) { path, hash in
            (try? files.hash(ofFile: "\(output)/\(path)")) == hash
        }
    }
}
