import Foundation

/// The files below a folder and their contents, as one hash.
enum FolderHash {
    /// The paths of the regular files below `folder`, relative to it, sorted; hidden files are left out.
    static func files(below folder: String) -> [String] {
        let enumerator = FileManager.default.enumerator(atPath: folder)
        var files: [String] = []
        while let path = enumerator?.nextObject() as? String {
            guard !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder),
                !isFolder.boolValue
            {
                files.append(path)
            }
        }
        return files.sorted()
    }

    static func hex(of files: [String], below folder: String) throws(ExecutionError) -> String {
        var hash = ContentHash()
        for file in files {
            hash.add(file, try OpenFile(reading: "\(folder)/\(file)").bytes())
        }
        return hash.hex
    }
}
