import Foundation

/// Puts a site into a folder, so that a reader never finds half of a page and loses nothing of their own.
public enum SiteWriter {
    /// Lists the files that the writer put there, one path a line.
    public static let manifestName = ".book-files"

    /// Writes the site.
    ///
    /// Files whose contents are already there are not touched. The others are written beside their places and
    /// only then renamed into them, all or none as far as space and rights go. Files that an earlier site had
    /// and this one lacks are removed; files that no site wrote are left alone.
    ///
    /// - Throws: `SiteWriteError`, with every file as it was before when a new one could not be written.
    public static func write(_ site: Site, to folder: URL) throws(SiteWriteError) {
        let output = OutputFolder(folder)
        let new = Set(site.files.keys).union(site.kept.keys)
        try output.prepare(for: new)
        let old = output.manifest()
        try output.stage(
            site.files.sorted { $0.key < $1.key }.filter { output.bytes(of: $0.key) != $0.value })
        // Both lists, until the old files are gone: an interruption then leaves none that no list names.
        try output.record(old.union(new))
        try output.place()
        for path in old.subtracting(new).sorted() { try output.remove(path) }
        try output.record(new)
    }

    /// Writes files into a folder beside what is there, all or none as far as space and rights go.
    ///
    /// No list of them is kept: a build of the pages leaves them alone.
    /// - Throws: `SiteWriteError`, with every file as it was before when a new one could not be written.
    public static func add(_ files: [String: [UInt8]], to folder: URL) throws(SiteWriteError) {
        let output = OutputFolder(folder)
        try output.prepare(for: files.keys)
        try output.stage(files.sorted { $0.key < $1.key }.filter { output.bytes(of: $0.key) != $0.value })
        try output.place()
    }
}
