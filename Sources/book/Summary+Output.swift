import BookBuilding
import Foundation

extension Summary {
    /// Writes the words to the error stream, where there are any.
    func write() {
        if !text.isEmpty { FileHandle.standardError.write(Data((text + "\n").utf8)) }
    }

    /// Ends the command with the status of a book that has errors, where it has any.
    func requireSuccess() throws {
        if hasFailed { throw Failure(.bookHasErrors) }
    }
}
