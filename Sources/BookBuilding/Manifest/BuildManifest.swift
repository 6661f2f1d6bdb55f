import BookExecution
import Foundation

/// What a build without any fault was made from, and the pages that it wrote: while all of that holds, another build
/// would write the same.
struct BuildManifest: Hashable, Sendable {
    /// Where a line stands for something that was not there.
    static let absent = "-"

    /// Hashes by what they are of: `file /book/Chapters/1.md`, `setting toolchain`.
    private(set) var inputs: [String: String] = [:]
    /// Hashes of pages and what belongs to them, by their whole paths.
    private(set) var pages: [String: String] = [:]

    /// Notes down a build.
    ///
    /// - Parameters:
    ///   - start: the clock before the build read anything.
    ///   - names: the files of `inputs.folders` at that time.
    ///   - pages: the hashes of what was written, by whole paths.
    /// - Returns: `nil` when something may have changed after it was read: what the pages were made from is not known
    ///   then.
    init?(
        _ inputs: BuildInputs, since start: ClockReading, names: FolderNames, pages: [String: String],
        environment: [String: String], _ files: FileHashes
    ) {
        for path in inputs.files {
            self.inputs["file \(path)"] = Self.hash(path, files)
            if let stamp = FileStamp(path), !stamp.isSettled(at: start) { return nil }
        }
        guard FolderNames(inputs.folders) == names else { return nil }
        for (folder, names) in names.names { self.inputs["folder \(folder)"] = Self.hash(names) }
        for (name, value) in inputs.settings { self.inputs["setting \(name)"] = Self.hash([value]) }
        for name in inputs.variables {
            self.inputs["variable \(name)"] = environment[name].map { Self.hash([$0]) } ?? Self.absent
        }
        self.pages = pages
        guard ClockReading.now().isComparable(to: start) else { return nil }
    }

    private init(inputs: [String: String], pages: [String: String]) {
        self.inputs = inputs
        self.pages = pages
    }

    /// Whether a build with these settings would read and write what this one did.
    func holds(settings: [String: String], environment: [String: String], _ files: FileHashes) -> Bool {
        let known = inputs.keys.count { $0.hasPrefix("setting ") }
        guard known == settings.count else { return false }
        for (key, hash) in inputs {
            let kind = key.prefix { $0 != " " }
            let name = String(key.dropFirst(kind.count + 1))
            let now: String? =
                switch kind {
                case "file": Self.hash(name, files)
                case "folder": Self.hash(FolderListing.files(below: name))
                case "setting": settings[name].map { Self.hash([$0]) }
                case "variable": environment[name].map { Self.hash([$0]) } ?? Self.absent
                default: nil
                }
            guard now == hash else { return false }
        }
        return pages.allSatisfy { Self.hash($0.key, files) == $0.value }
    }

    private static func hash(_ path: String, _ files: FileHashes) -> String {
        (try? files.hash(ofFile: path)) ?? absent
    }

    private static func hash(_ texts: [String]) -> String {
        FileHashes.hash(of: Array(texts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    }
}

// MARK: - The file

extension BuildManifest {
    private static let format = "manifest 1"

    /// - Returns: `nil` when there is none, or one that is damaged.
    init?(readFrom path: String) {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // The last line is the hash of all before it.
        guard lines.count >= 3, lines[0] == Self.format, lines[lines.count - 1].isEmpty,
            let last = lines.dropLast().last,
            FileHashes.hash(of: Array(text.utf8.dropLast(last.utf8.count + 1))) == last
        else { return nil }
        var inputs: [String: String] = [:]
        var pages: [String: String] = [:]
        for line in lines.dropFirst().dropLast(2) {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { return nil }
            if words[1].hasPrefix("page ") {
                pages[String(words[1].dropFirst("page ".count))] = words[0]
            } else {
                inputs[words[1]] = words[0]
            }
        }
        self.init(inputs: inputs, pages: pages)
    }

    /// Writes the manifest; one that cannot be written only costs time.
    func write(to path: String) {
        let lines = inputs.map { "\($0.value) \($0.key)" } + pages.map { "\($0.value) page \($0.key)" }
        // A name with a line end cannot stand on a line.
        guard lines.allSatisfy({ !$0.utf8.contains(UInt8(ascii: "\n")) }) else { return }
        var text = ([Self.format] + lines.sorted()).map { $0 + "\n" }.joined()
        text += FileHashes.hash(of: Array(text.utf8)) + "\n"
        let url = URL(filePath: path)
        try? FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? AtomicFile.write(Data(text.utf8), to: url.path)
    }
}
