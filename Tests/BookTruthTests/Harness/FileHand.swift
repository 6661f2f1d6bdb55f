import Foundation

/// How a program that changes a file does it: each leaves other traces for those who look at times and sizes.
enum FileHand: CaseIterable {
    /// Over the old bytes, as a shell does.
    case inPlace
    /// Beside the old file and then in its place, as editors do.
    case byRenaming
    /// With the time that the old file had, as `cp -p` and archives do.
    case keepingTime

    /// Writes a text where the file does not hold it already.
    func write(_ text: String, to path: String) throws {
        guard Files.data(path) != Data(text.utf8) else { return }
        switch self {
        case .inPlace: try Files.write(text, to: path)
        case .byRenaming:
            try Files.write(text, to: path + ".new")
            rename(path + ".new", path)
        case .keepingTime:
            var status = stat()
            let isThere = stat(path, &status) == 0
            try Files.write(text, to: path)
            if isThere { utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0) }
        }
    }
}
