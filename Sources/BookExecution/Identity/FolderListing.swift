import Foundation

/// What a folder holds.
package enum FolderListing {
    package enum Kind: Hashable, Sendable {
        case file
        case folder
        /// A link to a folder: what is below it is not looked at, as it could lead back.
        case linkedFolder
    }

    package struct Entry: Hashable, Sendable {
        package let name: String
        package let kind: Kind
    }

    /// The files and folders in a folder, sorted by name; nothing when it cannot be read. Hidden ones, pipes, sockets,
    /// devices and links that lead nowhere are left out.
    package static func entries(of folder: String) -> [Entry] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            guard entry.pointee.d_name.0 != CChar(UInt8(ascii: ".")) else { continue }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if let kind = kind(Int(entry.pointee.d_type), "\(folder)/\(name)") {
                entries.append(Entry(name: name, kind: kind))
            }
        }
        return entries.sorted { $0.name < $1.name }
    }

    /// The regular files below a folder, relative to it, sorted.
    package static func files(below folder: String) -> [String] {
        var files: [String] = []
        func add(_ path: String) {
            for entry in entries(of: path.isEmpty ? folder : "\(folder)/\(path)") {
                let place = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
                switch entry.kind {
                case .file: files.append(place)
                case .folder: add(place)
                case .linkedFolder: continue
                }
            }
        }
        add("")
        return files.sorted()
    }

    private static func kind(_ type: Int, _ path: String) -> Kind? {
        switch type {
        case Int(DT_REG): return .file
        case Int(DT_DIR): return .folder
        case Int(DT_LNK), Int(DT_UNKNOWN): break
        default: return nil
        }
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR:
            var own = stat()
            let isLink = lstat(path, &own) == 0 && own.st_mode & S_IFMT == S_IFLNK
            return isLink ? .linkedFolder : .folder
        default: return nil
        }
    }
}
