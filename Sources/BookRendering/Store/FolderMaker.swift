import Foundation

/// Makes folders and says, in the system's words, why it cannot.
enum FolderMaker {
    struct Failure: Error {
        let folder: String
        let reason: String
    }

    /// Makes the folder and those above it; one that is there is left as it is.
    static func make(_ folder: URL) throws(Failure) {
        var status = stat()
        if stat(folder.path, &status) == 0 {
            guard status.st_mode & S_IFMT == S_IFDIR else { throw failure(folder, ENOTDIR) }
            return
        }
        let code = errno
        guard code == ENOENT else { throw failure(folder, code) }
        let parent = folder.deletingLastPathComponent()
        if parent.path != folder.path { try make(parent) }
        if mkdir(folder.path, 0o777) != 0, errno != EEXIST { throw failure(folder, errno) }
    }

    private static func failure(_ folder: URL, _ code: Int32) -> Failure {
        Failure(folder: folder.path, reason: String(cString: strerror(code)))
    }
}
