import Foundation

/// What lies in folders: how many files, and what they take on the disk.
struct FolderUsage: Sendable {
    /// A path as the system has it: names need not be UTF-8.
    private typealias Path = [UInt8]

    /// Files and folders, those that were asked for not counted.
    private(set) var files = 0
    /// Bytes on the disk: holes in files take none.
    private(set) var size = 0
    /// Whether folders are nested so deep that the system knows no path for what is in them.
    private(set) var isTooDeep = false

    /// Looks at everything below `folders`, without following links; the count stops above `fileLimit` files.
    init(of folders: [String], fileLimit: Int) {
        var waiting = folders.map { Path($0.utf8) }
        while let folder = waiting.popLast(), files <= fileLimit {
            waiting += add(folder, fileLimit: fileLimit)
        }
    }

    /// - Returns: the folders in the folder. What goes away meanwhile is not counted.
    private mutating func add(_ folder: Path, fileLimit: Int) -> [Path] {
        guard let stream = Self.open(folder) else {
            if errno == ENAMETOOLONG { isTooDeep = true }
            return []
        }
        defer { closedir(stream) }
        var folders: [Path] = []
        while let entry = readdir(stream), files <= fileLimit {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Path($0.prefix { $0 != 0 }) }
            var status = stat()
            guard name != Path(".".utf8), name != Path("..".utf8),
                fstatat(dirfd(stream), Self.words(name), &status, AT_SYMLINK_NOFOLLOW) == 0
            else { continue }
            files += 1
            size += Int(status.st_blocks) * 512
            if status.st_mode & S_IFMT == S_IFDIR { folders.append(folder + Path("/".utf8) + name) }
        }
        return folders
    }

    /// Opens a folder to list it, also where the program has closed it to listing.
    private static func open(_ folder: Path) -> OpaquePointer? {
        if let stream = opendir(words(folder)) { return stream }
        guard errno == EACCES, chmod(words(folder), 0o700) == 0 else { return nil }
        return opendir(words(folder))
    }

    private static func words(_ path: Path) -> [CChar] {
        path.map { CChar(bitPattern: $0) } + [0]
    }
}
