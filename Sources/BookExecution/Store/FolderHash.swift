import BookModel
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

    /// What lies beside the chapters of the book in `root`, files and folders, as paths from it, sorted.
    ///
    /// What cells are expected to show is left out: it judges them, so they neither see it nor depend on it.
    static func dataEntries(of root: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/Chapters")) ?? []
        return names.filter { name in
            !name.hasPrefix(".") && !name.hasSuffix(".md") && name != "book.yml"
                && !name.hasSuffix(CellOptions.expectedSuffix)
        }.sorted().map { "Chapters/\($0)" }
    }

    /// The files of `dataEntries`, as paths from the folder of the chapters, sorted.
    static func dataFiles(of root: String) -> [String] {
        let entries = dataEntries(of: root)
        return files(below: "\(root)/Chapters").filter { file in
            entries.contains { "Chapters/\(file)" == $0 || "Chapters/\(file)".hasPrefix($0 + "/") }
        }
    }

    static func hex(of files: [String], below folder: String) throws(ExecutionError) -> String {
        var hash = ContentHash()
        for file in files {
            hash.add(file, try OpenFile(reading: "\(folder)/\(file)").bytes())
        }
        return hash.hex
    }
}
